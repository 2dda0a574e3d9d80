namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// Something to choose: text and description at most 75 characters each. The key at most 75 too, the lower of the two limits that Slack's own sources give.
/// </summary>
internal sealed record Option(PlainText Text, ActionKey Value)
{
    public PlainText Text { get; } = Text.Within(75, "option.text");

    public ActionKey Value { get; } = Checked(Value);

    public PlainText? Description { get; init => field = value?.Within(75, "option.description"); }

    private static ActionKey Checked(ActionKey key)
    {
        Limit.Length(key.Value, 1, 75, "option.value");
        return key;
    }
}

/// <summary>Options under a label of at most 75 characters: 1 to 100.</summary>
internal sealed record OptionGroup(PlainText Label, IReadOnlyList<Option> Options)
{
    public PlainText Label { get; } = Label.Within(75, "option_group.label");

    public IReadOnlyList<Option> Options { get; } = Offered.Checked(Options, 100, "option_group.options");
}

/// <summary>What a menu offers.</summary>
internal static class Offered
{
    /// <summary>What a menu holds: 100 options. Fewer in checkboxes and radio buttons (10) and in an overflow (5).</summary>
    public const int InMenu = 100;

    public static IReadOnlyList<Option> Checked(IReadOnlyList<Option> options, int most, string field) =>
        Limit.Distinct(Limit.Count(options, 1, most, field), option => option.Value.Value, field);

    /// <summary>Slack wants what is chosen at first to be offered, exactly so.</summary>
    public static void Among(IEnumerable<Option> chosen, IEnumerable<Option> offered, string field)
    {
        var stray = chosen.Except(offered).FirstOrDefault();
        if (stray is not null) throw new BlockKitException(field, $"'{stray.Value}' is not among the options");
    }
}

/// <summary>The dots with a small menu: 1 to 5 options.</summary>
internal sealed record Overflow(SlackAction Action, IReadOnlyList<Option> Options) : Control(Action), IAccessory, IActionElement
{
    public IReadOnlyList<Option> Options { get; } = Offered.Checked(Options, 5, "overflow.options");

    public Confirm? Confirm { get; init; }
}
