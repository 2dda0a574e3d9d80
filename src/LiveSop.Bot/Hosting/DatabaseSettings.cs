using LiveSop.Bot.Cli;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Hosting;

/// <summary>Section <c>Database</c>. A server of one's own is named by <c>ConnectionStrings__LiveSop</c> in the environment.</summary>
internal sealed record DatabaseSettings
{
    /// <summary>Of the embedded server; relative to where the bot is started. Null: <c>out/postgres</c>, or <c>/var/lib/livesop</c> where the server could not enter that.</summary>
    public string? Folder { get; init; }

    /// <summary>A file that holds the password of the owner in <c>ConnectionStrings__LiveSop</c>, as containers bring secrets.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Where this program's settings and its environment say that the bot's database is.</summary>
    public static DatabaseOptions OfThisProcess()
    {
        var environment = BotEnvironment.OfThisProcess();
        return Settings.OfThisProgram().With(environment).DatabaseOptions(environment);
    }
}
