namespace LiveSop.Bot.Slack.Blocks;

/// <summary>At most 75 characters, of which about 30 show. What it carries is a key, never a permission.</summary>
internal sealed record Button(SlackAction Action, PlainText Text) : Control(Action), IAccessory, IActionElement
{
    public PlainText Text { get; } = Text.Within(75, "button.text");

    public ActionKey? Value { get; init; }

    /// <summary>Opened in the browser; the press is reported all the same.</summary>
    public Uri? Url { get; init => field = value is null ? null : new Uri(new WebLink(value).Url); }

    public ButtonStyle? Style { get; init; }

    public Confirm? Confirm { get; init; }

    /// <summary>Read out in place of the text.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(BareText))]
    public PlainText? AccessibilityLabel { get; init => field = value?.Within(75, "button.accessibility_label"); }
}

/// <summary>Plain unless set.</summary>
internal enum ButtonStyle
{
    Primary,
    Danger,
}

/// <summary>Asks once more: title 100 characters, text 300, answers 30 each.</summary>
internal sealed record Confirm(PlainText Title, PlainText Text, PlainText Yes, PlainText No)
{
    public PlainText Title { get; } = Title.Within(100, "confirm.title");

    public PlainText Text { get; } = Text.Within(300, "confirm.text");

    [System.Text.Json.Serialization.JsonPropertyName("confirm")]
    public PlainText Yes { get; } = Yes.Within(30, "confirm.confirm");

    [System.Text.Json.Serialization.JsonPropertyName("deny")]
    public PlainText No { get; } = No.Within(30, "confirm.deny");

    public ButtonStyle? Style { get; init; }
}
