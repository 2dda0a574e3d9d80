namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Slack's text object: <see cref="PlainText"/>, of which nothing is parsed, or <see cref="Mrkdwn"/>.</summary>
internal abstract class TextObject
{
    private protected TextObject(Pieces pieces) => Pieces = pieces;

    /// <summary>As it goes to Slack: not blank and within the limit once it stands in a block.</summary>
    public string Text => Pieces.Text;

    /// <summary>Nothing was filled in: how long it is, our code alone decides.</summary>
    public bool IsOurs => Pieces.IsOurs;

    internal Pieces Pieces { get; }

    /// <summary>The same in its place: not blank, and cut to the limit as far as others wrote it.</summary>
    /// <exception cref="BlockKitException">It is all ours, and too long or empty.</exception>
    internal abstract TextObject Within(int max, string field);

    public sealed override string ToString() => Text;
}
