namespace LiveSop.Bot.Memory;

/// <summary>How an embedding service is reached: one client for the life of the program, which follows no redirect that would carry the key elsewhere.</summary>
internal static class EmbeddingHttp
{
    /// <summary>So that a change of the service's address is noticed.</summary>
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    public static HttpClient Client(Uri endpoint, TimeSpan patience) =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLife, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = endpoint, Timeout = patience };
}
