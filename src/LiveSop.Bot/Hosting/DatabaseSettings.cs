namespace LiveSop.Bot.Hosting;

/// <summary>Section <c>Database</c>. A server of one's own is named by <c>ConnectionStrings__LiveSop</c> in the environment.</summary>
internal sealed record DatabaseSettings
{
    /// <summary>Of the embedded server; relative to where the bot is started. Null: <c>out/postgres</c>, or <c>/var/lib/livesop</c> where the server could not enter that.</summary>
    public string? Folder { get; init; }
}
