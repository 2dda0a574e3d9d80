using System.Runtime.Versioning;
using Npgsql;

namespace LiveSop.Bot.Storage.Backups;

/// <summary>
/// Writes all that a database holds into one file, in the custom format of <c>pg_dump</c>, as of one moment; whoever works meanwhile goes on.
/// The file appears when it is whole, readable to its owner alone.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class Backup
{
    private const UnixFileMode OursAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="connection">Of a role that row security does not bind: forced, it binds the tables' owner too.</param>
    /// <returns>The file's size in bytes.</returns>
    /// <exception cref="UnusableDatabaseException">The role may not read everything, there is nothing to read, or the file cannot be written.</exception>
    public static async Task<long> WriteAsync(string connection, string file, CancellationToken stop)
    {
        var (path, unfinished) = (Path.GetFullPath(file), Path.GetFullPath(file) + ".part");
        if (Path.Exists(path)) throw new UnusableDatabaseException($"{file} is there already; name a file that is not.");
        var programs = (await ClientPrograms.ForAsync(await CheckedAsync(connection, stop), stop))[0];
        Make(unfinished, file);
        try
        {
            var dumped = await programs.RunAsync("pg_dump", ["--format=custom", "--no-password", $"--file={unfinished}"], LibpqAddress.Of(connection), stop);
            if (dumped.ExitCode != 0) throw new UnusableDatabaseException($"The backup was not written; pg_dump says: {dumped.Said.Trim()}");
            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
        return new FileInfo(path).Length;
    }

    /// <returns>The server's major version.</returns>
    private static async Task<int> CheckedAsync(string connection, CancellationToken stop)
    {
        await using var opened = await StartChecks.ConnectAsync(connection, stop);
        await using var ask = new NpgsqlCommand("SELECT rolsuper OR rolbypassrls, to_regclass('messages') IS NOT NULL, rolname FROM pg_roles WHERE rolname = current_user", opened);
        await using var answer = await ask.ExecuteReaderAsync(stop);
        await answer.ReadAsync(stop);
        if (!answer.GetBoolean(0))
            throw new UnusableDatabaseException(
                $"Row security binds the role {answer.GetString(2)}, so it cannot read all rows; make one that can, as a superuser: CREATE ROLE livesop_backup LOGIN BYPASSRLS PASSWORD '…' IN ROLE pg_read_all_data; and name it in ConnectionStrings:LiveSopBackup.");
        if (!answer.GetBoolean(1)) throw new UnusableDatabaseException($"The database {opened.Database} holds nothing of LiveSOP, so there is nothing to back up.");
        return opened.PostgreSqlVersion.Major;
    }

    private static void Make(string unfinished, string file)
    {
        try
        {
            File.Delete(unfinished);
            new FileStream(unfinished, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OursAlone }).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableDatabaseException($"{file} cannot be written ({e.Message.TrimEnd('.')}); name a file in a folder where this account may write.", e);
        }
    }
}
