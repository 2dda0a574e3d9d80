namespace LiveSop.Bot.Memory.Embedding;

/// <summary>The connection to an embedding service.</summary>
internal static class EmbeddingHttp
{
    /// <summary>Follows no redirect, which would carry the key and the texts elsewhere.</summary>
    public static HttpClient Create() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    })
    { Timeout = TimeSpan.FromSeconds(60) };
}
