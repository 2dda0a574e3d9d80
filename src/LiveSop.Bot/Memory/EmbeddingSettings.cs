namespace LiveSop.Bot.Memory;

/// <summary>What makes vectors of texts. Section <c>Embedding</c>.</summary>
internal sealed record EmbeddingSettings
{
    /// <summary>Of an OpenAI-compatible service, as <c>https://api.openai.com/v1/</c>; empty for what comes with the program, which sends nothing anywhere.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>As the service names it; it must be able to give 256 numbers.</summary>
    public string Model { get; init; } = "";

    /// <summary>From the environment alone: <c>Embedding__Key</c>. Never logged.</summary>
    public string Key { get; init; } = "";

    public override string ToString() => $"{Model} at {Endpoint}";
}
