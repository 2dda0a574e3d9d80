namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Boxes to tick: 1 to 10.</summary>
internal sealed record Checkboxes(SlackAction Action, IReadOnlyList<Option> Options) : Field(Action), IAccessory, IActionElement, IInputElement
{
    public IReadOnlyList<Option> Options { get; } = Offered.Checked(Options, 10, "checkboxes.options");

    public IReadOnlyList<Option>? InitialOptions
    {
        get;
        init
        {
            if (value is not null) Offered.Among(Limit.Count(value, 1, 10, "initial_options"), Options, "checkboxes.initial_options");
            field = value;
        }
    }

    public Confirm? Confirm { get; init; }
}

/// <summary>One of 1 to 10, all in view.</summary>
internal sealed record RadioButtons(SlackAction Action, IReadOnlyList<Option> Options) : Field(Action), IAccessory, IActionElement, IInputElement
{
    public IReadOnlyList<Option> Options { get; } = Offered.Checked(Options, 10, "radio_buttons.options");

    public Option? InitialOption
    {
        get;
        init
        {
            if (value is not null) Offered.Among([value], Options, "radio_buttons.initial_option");
            field = value;
        }
    }

    public Confirm? Confirm { get; init; }
}
