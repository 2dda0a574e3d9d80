using Microsoft.Extensions.Configuration;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>Where the bot keeps everything. Without an owner it runs a server of its own.</summary>
internal sealed record DatabaseOptions
{
    /// <summary><c>ConnectionStrings:LiveSop</c>: the role that owns the tables and migrates them. Null for the embedded server.</summary>
    public string? Owner { get; init; }

    /// <summary><c>ConnectionStrings:LiveSopApp</c>: a role made ready for the work. Null: the bot makes one.</summary>
    public string? App { get; init; }

    /// <summary><c>ConnectionStrings:LiveSopBackup</c>: a role that may read all rows. Null: the owner, which may where it is a superuser.</summary>
    public string? Backup { get; init; }

    /// <summary><c>Database:Folder</c>: of the embedded server; relative to where the bot is started. Null: <c>out/postgres</c>.</summary>
    public string? Folder { get; init; }

    /// <exception cref="UnusableDatabaseException">The owner's password is to come from a file that cannot be read, or comes twice.</exception>
    public static DatabaseOptions Of(IConfiguration configuration) => new()
    {
        Owner = WithPassword(Given(configuration.GetConnectionString("LiveSop")), Given(configuration["Database:PasswordFile"])),
        App = Given(configuration.GetConnectionString("LiveSopApp")),
        Backup = Given(configuration.GetConnectionString("LiveSopBackup")),
        Folder = Given(configuration["Database:Folder"]),
    };

    /// <summary>The role that the work runs as.</summary>
    public AppRole RoleFor(string owner) => App is { } ready ? AppRole.Ready(ready) : AppRole.Of(owner);

    private static string? WithPassword(string? owner, string? file)
    {
        if (file is null) return owner;
        if (owner is null) throw new UnusableDatabaseException("Database:PasswordFile is set and ConnectionStrings:LiveSop is not; name the server there too, or take the file away.");
        var settings = new NpgsqlConnectionStringBuilder(owner);
        if (!string.IsNullOrEmpty(settings.Password)) throw new UnusableDatabaseException("The owner's password stands in ConnectionStrings:LiveSop and in Database:PasswordFile; take one away.");
        settings.Password = Read(file);
        return settings.ConnectionString;
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } password ? password : throw new UnusableDatabaseException($"{file} is empty; write the owner's password into it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableDatabaseException($"{file} cannot be read ({e.Message.TrimEnd('.')}); it holds the owner's password (Database:PasswordFile), and the account that runs the bot must be able to read it.", e);
        }
    }

    private static string? Given(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;
}
