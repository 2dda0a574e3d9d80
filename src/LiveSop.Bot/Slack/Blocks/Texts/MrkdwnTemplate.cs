using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// What an interpolated string becomes on its way to <see cref="Mrkdwn.Of(MrkdwnTemplate)"/>: its own words are markup, what is filled in is escaped or made from a typed value.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct MrkdwnTemplate(int literalLength, int formattedCount)
{
    private readonly List<Piece> pieces = new(2 * formattedCount + Math.Min(1, literalLength));

    internal IReadOnlyList<Piece> Pieces => pieces;

    public void AppendLiteral(string ours) => pieces.Add(new(PieceKind.Ours, ours));

    /// <summary>On one line: a line break would let it pose as a paragraph of ours.</summary>
    public void AppendFormatted(UntrustedText theirs) => pieces.Add(new(PieceKind.Theirs, theirs.OnOneLine().Shown));

    /// <inheritdoc cref="AppendFormatted(UntrustedText)"/>
    public void AppendFormatted(string? theirs) => AppendFormatted(new UntrustedText(theirs));

    public void AppendFormatted(Mrkdwn text) => pieces.AddRange(text.Pieces.All);

    public void AppendFormatted(UserId user) => Reference('@', user.Value);

    public void AppendFormatted(ChannelId channel) => Reference('#', channel.Value);

    public void AppendFormatted(UserGroupId group) => Reference("!subteam^", group.Value);

    public void AppendFormatted(WebLink link) => Whole(link.Label is { } label
        ? $"<{Mrkdwn.Escape(link.Url)}|{Mrkdwn.Escape(label.OnOneLine().Fit(WebLink.LabelLength).Shown)}>"
        : $"<{Mrkdwn.Escape(link.Url)}>");

    /// <param name="format">One of <see cref="ShownDate"/>'s names; <c>date at time</c> unless given.</param>
    public void AppendFormatted(DateTimeOffset at, string? format = null)
    {
        var shown = new ShownDate(at, format);
        Whole(string.Create(CultureInfo.InvariantCulture, $"<!date^{at.ToUnixTimeSeconds()}^{shown.Tokens}|{shown.Fallback}>"));
    }

    public void AppendFormatted<T>(T number, string? format = null) where T : struct, INumber<T> =>
        Whole(number.ToString(format, CultureInfo.InvariantCulture));

    private void Reference(char sigil, string? id) => Reference(sigil.ToString(), id);

    // An id that is none is only a text.
    private void Reference(string sigil, string? id)
    {
        if (SlackId.IsOne(id)) Whole($"<{sigil}{id}>");
        else AppendFormatted(new UntrustedText(id));
    }

    private void Whole(string written) => pieces.Add(new(PieceKind.Whole, written));
}
