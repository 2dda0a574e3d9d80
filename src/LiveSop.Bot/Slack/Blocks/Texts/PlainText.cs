using System.Diagnostics.CodeAnalysis;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// Text of which Slack parses nothing but <c>:emoji:</c>. A constant is taken as it is; anything put in by <see cref="Of(PlainTemplate)"/> is shortened to wherever it
/// stands. Equal when it shows the same.
/// </summary>
internal sealed class PlainText : TextObject, IEquatable<PlainText>
{
    private PlainText(Pieces pieces) : base(pieces)
    {
    }

    /// <summary>Left to Slack, which turns <c>:tada:</c> into a picture, unless set.</summary>
    public bool? Emoji { get; private init; }

    /// <summary>Our own words. A variable does not compile: see the other one.</summary>
    public static PlainText Of([ConstantExpected] string ours) => new(new Pieces([new(PieceKind.Ours, ours)], static text => text));

    /// <summary><c>PlainText.Of($"Run of {title}")</c>: what is filled in may be shortened.</summary>
    public static PlainText Of(PlainTemplate template) => new(new Pieces(template.Pieces, static text => text));

    /// <summary>What somebody wrote, on one line, within a limit of one's own below that of the place.</summary>
    public static PlainText Fit(UntrustedText text, int max = int.MaxValue) => Of($"{text.OnOneLine().Fit(max)}");

    public bool Equals(PlainText? other) => other is not null && Text == other.Text && Emoji == other.Emoji;

    public override bool Equals(object? obj) => Equals(obj as PlainText);

    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>Whether <c>:tada:</c> becomes a picture, where Slack is not to choose.</summary>
    public PlainText WithEmoji(bool shown) => new(Pieces) { Emoji = shown };

    internal override PlainText Within(int max, string field) => new(Pieces.Within(max, field)) { Emoji = Emoji };
}
