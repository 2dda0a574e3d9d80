using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// What an interpolated string becomes on its way to <see cref="PlainText.Of(PlainTemplate)"/>: its own words are ours, what is filled in is somebody's. People, channels
/// and times have no form in plain text and do not compile.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct PlainTemplate(int literalLength, int formattedCount)
{
    private readonly List<Piece> pieces = new(2 * formattedCount + Math.Min(1, literalLength));

    internal IReadOnlyList<Piece> Pieces => pieces;

    public void AppendLiteral(string ours) => pieces.Add(new(PieceKind.Ours, ours));

    public void AppendFormatted(UntrustedText theirs) => pieces.Add(new(PieceKind.Theirs, theirs.Shown));

    public void AppendFormatted(string? theirs) => AppendFormatted(new UntrustedText(theirs));

    public void AppendFormatted(PlainText text) => pieces.AddRange(text.Pieces.All);

    public void AppendFormatted<T>(T number, string? format = null) where T : struct, INumber<T> =>
        pieces.Add(new(PieceKind.Whole, number.ToString(format, CultureInfo.InvariantCulture)));
}
