namespace LiveSop.Bot.Slack.Blocks;

/// <summary>What a piece of text is, which says what may be done to it where room is short.</summary>
internal enum PieceKind
{
    /// <summary>Written in our code. Too much of it is our mistake.</summary>
    Ours,

    /// <summary>A mention, a date, a number: there whole or not at all.</summary>
    Whole,

    /// <summary>What somebody wrote: may be shortened.</summary>
    Theirs,
}

/// <summary>A stretch of text of one kind.</summary>
/// <param name="Text">Before escaping where it is <see cref="PieceKind.Theirs"/>, as it goes to Slack otherwise.</param>
internal readonly record struct Piece(PieceKind Kind, string Text);
