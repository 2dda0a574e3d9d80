namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// A text put together from what we wrote and what we were given. Only ours: too long or empty is our mistake and throws. With anything given in it, it is
/// shortened to any place, first what others wrote, the longest first, then from the end.
/// </summary>
internal sealed class Pieces
{
    // Below this a shortened piece says nothing any more; the end of the whole is cut instead.
    private const int ShortestWorthReading = 12;

    private readonly IReadOnlyList<Piece> pieces;
    private readonly Func<string, string> escape;

    /// <param name="escape">How others' text is written; never shorter than the text.</param>
    public Pieces(IReadOnlyList<Piece> pieces, Func<string, string> escape)
    {
        (this.pieces, this.escape) = (pieces, escape);
        Text = string.Concat(pieces.Select(Written));
    }

    /// <summary>As it goes to Slack.</summary>
    public string Text { get; }

    public IReadOnlyList<Piece> All => pieces;

    public bool HasOthersText => pieces.Any(piece => piece.Kind == PieceKind.Theirs);

    public bool IsOurs => pieces.All(piece => piece.Kind == PieceKind.Ours);

    /// <summary>The same within a limit, not blank.</summary>
    /// <exception cref="BlockKitException">It is all ours, and too long or empty.</exception>
    public Pieces Within(int max, string field)
    {
        if (IsOurs) Limit.Length(Text, 1, max, field);
        if (string.IsNullOrWhiteSpace(Text)) return With([new(PieceKind.Ours, UntrustedText.Nothing)]);
        return Text.Length <= max ? this : Shortened(max);
    }

    private Pieces Shortened(int max)
    {
        var theirs = pieces.Where(piece => piece.Kind == PieceKind.Theirs).Select(piece => Written(piece).Length).ToList();
        var cap = Share.Each(theirs, max - (Text.Length - theirs.Sum()));
        return cap < ShortestWorthReading ? Begun(max) : With([.. pieces.Select(piece => Cut(piece, cap))]);
    }

    private Pieces Begun(int max)
    {
        var (kept, room) = (new List<Piece>(), max - Graphemes.Ellipsis.Length);
        foreach (var piece in pieces)
        {
            if (Written(piece).Length > room)
            {
                kept.Add(piece.Kind == PieceKind.Theirs ? Cut(piece, room + Graphemes.Ellipsis.Length) : new(PieceKind.Ours, Graphemes.Ellipsis));
                break;
            }
            kept.Add(piece);
            room -= Written(piece).Length;
        }
        return With(kept);
    }

    private Piece Cut(Piece piece, int max) => piece.Kind == PieceKind.Theirs ? piece with { Text = Graphemes.Cut(piece.Text, max, escape) } : piece;

    private string Written(Piece piece) => piece.Kind == PieceKind.Theirs ? escape(piece.Text) : piece.Text;

    private Pieces With(IReadOnlyList<Piece> others) => new(others, escape);
}
