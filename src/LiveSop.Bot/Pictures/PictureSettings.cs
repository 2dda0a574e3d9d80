namespace LiveSop.Bot.Pictures;

/// <summary>Section <c>Pictures</c>.</summary>
internal sealed record PictureSettings
{
    /// <summary>Graphviz's program, by a name on PATH or a path.</summary>
    public string Dot { get; init; } = "dot";
}
