using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Text to type: at most 3,000 characters.</summary>
internal sealed record PlainTextInput(SlackAction Action) : HintedField(Action), IInputElement
{
    private const int Most = 3_000;

    /// <summary>Cut, with an ellipsis, to what a field holds: where that would lose something on saving, <see cref="Holds"/> tells before.</summary>
    public UntrustedText? InitialValue { get; init => field = value is { Shown.Length: > 0 } text ? text.Fit(Most) : null; }

    public bool Multiline { get; init; }

    public int? MinLength { get; init => field = Length(value, 0, "plain_text_input.min_length"); }

    public int? MaxLength { get; init => field = Length(value, 1, "plain_text_input.max_length"); }

    public DispatchOn? DispatchActionConfig { get; init; }

    /// <summary>Whether a field can show the whole text.</summary>
    public static bool Holds(UntrustedText text) => text.Shown.Length <= Most;

    private static int? Length(int? value, int least, string field) => value is { } length ? Limit.Range(length, least, Most, field) : null;
}

/// <summary>When a field that dispatches reports.</summary>
internal sealed record DispatchOn(IReadOnlyList<DispatchMoment> TriggerActionsOn)
{
    public IReadOnlyList<DispatchMoment> TriggerActionsOn { get; } = Limit.Count(TriggerActionsOn, 1, 2, "dispatch_action_config.trigger_actions_on");
}

internal enum DispatchMoment
{
    OnEnterPressed,
    OnCharacterEntered,
}

internal sealed record NumberInput(SlackAction Action, bool IsDecimalAllowed) : HintedField(Action), IInputElement
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool IsDecimalAllowed { get; } = IsDecimalAllowed;

    public decimal? InitialValue { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }
}

internal sealed record EmailInput(SlackAction Action) : HintedField(Action), IInputElement
{
    public UntrustedText? InitialValue { get; init => field = value is { Shown.Length: > 0 } text ? text.Fit(320) : null; }
}

internal sealed record UrlInput(SlackAction Action) : HintedField(Action), IInputElement
{
    public UntrustedText? InitialValue { get; init => field = value is { Shown.Length: > 0 } text ? text.Fit(Limit.UrlLength) : null; }
}

/// <summary>Formatted text to type.</summary>
internal sealed record RichTextInput(SlackAction Action) : HintedField(Action), IActionElement, IInputElement
{
    [JsonConverter(typeof(BlockJson<RichText>))]
    public RichText? InitialValue { get; init; }
}

/// <summary>Files to hand over: 1 to 10. Modals only; needs the scope <c>files:read</c>.</summary>
internal sealed record FileInput(SlackAction Action) : Control(Action), IInputElement
{
    /// <summary>Endings without the dot; any unless set.</summary>
    public IReadOnlyList<string>? Filetypes { get; init; }

    public int? MaxFiles { get; init => field = value is { } most ? Limit.Range(most, 1, 10, "file_input.max_files") : null; }
}
