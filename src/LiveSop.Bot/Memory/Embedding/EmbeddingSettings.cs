using System.Text.Json.Serialization;

namespace LiveSop.Bot.Memory.Embedding;

/// <summary>Who makes vectors of texts: the program itself, or, where an endpoint is named, a service that speaks OpenAI's way (OpenAI, Azure, Ollama, vLLM, …).</summary>
internal sealed record EmbeddingSettings
{
    /// <summary>As <c>https://api.openai.com/v1/</c>, with the slash. Empty: the program itself, which needs nothing and sends nothing anywhere.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>As the service calls it. Where it changes, all that is remembered is embedded anew.</summary>
    public string Model { get; set; } = "";

    /// <summary>Asks for as many numbers as are stored (<c>dimensions</c>). Some models refuse the question.</summary>
    public bool AskDimensions { get; set; } = true;

    /// <summary>The model's vectors may be cut short, as those trained for it may ("Matryoshka"): where it gives more numbers than are stored, the first ones are kept.</summary>
    public bool MayCut { get; set; }

    /// <summary>Texts in one call.</summary>
    public int Batch { get; set; } = 64;

    /// <summary>From the environment alone (<c>Embedding__Key</c>); null for a service that asks for none.</summary>
    [JsonIgnore]
    public string? Key { get; set; }

    [JsonIgnore]
    public bool IsBuiltIn => Endpoint.Length == 0;

    /// <returns>What is wrong with them, in one sentence; null where nothing is.</returns>
    public string? Fault()
    {
        if (IsBuiltIn) return null;
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || !Endpoint.EndsWith('/'))
            return $"Embedding:Endpoint is \"{Endpoint}\"; it must be an address that ends with a slash, as https://api.openai.com/v1/, or empty for the built-in embedder.";
        if (string.IsNullOrWhiteSpace(Model)) return "Embedding:Endpoint is set and Embedding:Model is not; name the model, as in text-embedding-3-small.";
        return Batch is < 1 or > 2048 ? $"Embedding:Batch is {Batch}; it must be 1 to 2048." : null;
    }
}
