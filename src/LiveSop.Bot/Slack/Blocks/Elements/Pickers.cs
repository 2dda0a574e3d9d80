namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A day.</summary>
internal sealed record DatePicker(SlackAction Action) : Menu(Action)
{
    public DateOnly? InitialDate { get; init; }
}

/// <summary>A time of day, to the minute.</summary>
internal sealed record TimePicker(SlackAction Action) : Menu(Action)
{
    public TimeOnly? InitialTime { get; init; }

    /// <summary>An IANA name such as <c>Europe/Berlin</c>; the person's own zone unless set.</summary>
    public string? Timezone { get; init => field = value is null ? null : Limit.Length(value, 1, 100, "timepicker.timezone"); }
}

/// <summary>A moment, to the second.</summary>
internal sealed record DateTimePicker(SlackAction Action) : Field(Action), IActionElement, IInputElement
{
    public DateTimeOffset? InitialDateTime { get; init; }

    public Confirm? Confirm { get; init; }
}
