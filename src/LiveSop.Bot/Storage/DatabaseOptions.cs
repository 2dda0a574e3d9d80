using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Storage;

/// <summary>Where the bot keeps everything. Without an owner it runs a server of its own.</summary>
internal sealed record DatabaseOptions
{
    /// <summary><c>ConnectionStrings:LiveSop</c>: the role that owns the tables and migrates them. Null for the embedded server.</summary>
    public string? Owner { get; init; }

    /// <summary><c>ConnectionStrings:LiveSopApp</c>: a role made ready for the work. Null: the bot makes one.</summary>
    public string? App { get; init; }

    /// <summary><c>Database:Folder</c>: of the embedded server; relative to where the bot is started. Null: <c>out/postgres</c>.</summary>
    public string? Folder { get; init; }

    public static DatabaseOptions Of(IConfiguration configuration) => new()
    {
        Owner = Given(configuration.GetConnectionString("LiveSop")),
        App = Given(configuration.GetConnectionString("LiveSopApp")),
        Folder = Given(configuration["Database:Folder"]),
    };

    private static string? Given(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;
}
