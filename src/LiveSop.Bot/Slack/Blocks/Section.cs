namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// A paragraph, or short facts in two columns, or both, with at most one control beside them. The text holds 3,000 characters; the fields are at most 10, of 2,000
/// each and 3,000 together.
/// </summary>
internal sealed record Section : Block
{
    private const int FieldsTogether = 3_000;

    public Section(Mrkdwn text) => Text = text.Within(3_000, "section.text");

    public Section(IReadOnlyList<Mrkdwn> fields) => Fields = Shared(fields);

    private Section()
    {
    }

    public TextObject? Text { get; private init; }

    public IReadOnlyList<Mrkdwn>? Fields { get; init => field = value is null ? null : Shared(value); }

    public IAccessory? Accessory { get; init; }

    /// <summary>Shown whole, however long; otherwise Slack may fold it.</summary>
    public bool Expand { get; init; }

    /// <summary>A paragraph of which nothing is parsed.</summary>
    public static Section Plain(PlainText text) => new() { Text = text.Within(3_000, "section.text") };

    private static IReadOnlyList<Mrkdwn> Shared(IReadOnlyList<Mrkdwn> fields)
    {
        Limit.Count(fields, 1, 10, "section.fields");
        return [.. Share.Fit(fields, 2_000, FieldsTogether, "section.fields").Cast<Mrkdwn>()];
    }
}
