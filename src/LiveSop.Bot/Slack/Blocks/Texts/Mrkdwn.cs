using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// Slack's markup. Its markup is what our code wrote between the holes of an interpolated string; whatever is filled in is escaped or is a mention, date or link
/// made from a typed value. A plain string cannot become markup. What somebody wrote still may show emphasis (<c>*</c>, <c>_</c>, backticks): where that
/// matters, use <see cref="RichText"/>.
/// </summary>
internal sealed partial class Mrkdwn : TextObject
{
    private const char WordJoiner = '\u2060';

    private readonly bool verbatim;

    private Mrkdwn(Pieces pieces, bool verbatim) : base(pieces) => this.verbatim = verbatim;

    /// <summary>Slack links nothing by itself in it: always so with others' text in it.</summary>
    public bool IsVerbatim => verbatim || Pieces.HasOthersText;

    /// <summary>Our own markup. A variable does not compile: see the other one.</summary>
    public static Mrkdwn Of([ConstantExpected] string ours) => new(new Pieces([new(PieceKind.Ours, ours)], Escape), verbatim: false);

    /// <summary><c>Mrkdwn.Of($"*{title}* by {owner}, {when}")</c>: a string is escaped, a <see cref="UserId"/> mentions, a time shows in the reader's zone.</summary>
    public static Mrkdwn Of(MrkdwnTemplate template) => new(new Pieces(template.Pieces, Escape), verbatim: false);

    /// <summary>Slack's own names of channels, and addresses, are to stay as they are written.</summary>
    public Mrkdwn Verbatim() => new(Pieces, verbatim: true);

    /// <summary>At most so many of the items, then how many more there are.</summary>
    public static Mrkdwn Join(Mrkdwn separator, IReadOnlyList<Mrkdwn> items, int most = int.MaxValue)
    {
        var pieces = items.Take(most).SelectMany((item, i) => i == 0 ? item.Pieces.All : [.. separator.Pieces.All.Select(Given), .. item.Pieces.All]).ToList();
        if (items.Count > most) pieces.AddRange(Of($" … and {items.Count - most} more").Pieces.All);
        return new(new Pieces(pieces, Escape), verbatim: items.Any(item => item.verbatim));
    }

    /// <summary>
    /// Text that stands for itself in markup: <c>&amp; &lt; &gt;</c> become entities, in that order and nothing else, and a word that calls everybody is broken
    /// invisibly, since the notification text of a message cannot be sent verbatim.
    /// </summary>
    public static string Escape(string text) => Calling().Replace(
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
        $"@{WordJoiner}");

    internal override Mrkdwn Within(int max, string field) => new(Pieces.Within(max, field), verbatim);

    // How often it stands there depends on what was given.
    private static Piece Given(Piece separator) => separator.Kind == PieceKind.Ours ? separator with { Kind = PieceKind.Whole } : separator;

    [GeneratedRegex(@"(?<!\w)@(?=(here|channel|everyone|group)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Calling();
}
