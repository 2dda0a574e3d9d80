using System.Globalization;
using Npgsql;

namespace LiveSop.Bot.Storage.Backups;

/// <summary>A connection string as PostgreSQL's own programs read it: from their environment, where no other account sees the password.</summary>
internal static class LibpqAddress
{
    public static IReadOnlyDictionary<string, string> Of(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var address = new Dictionary<string, string?>
        {
            ["PGHOST"] = settings.Host,
            ["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture),
            ["PGDATABASE"] = settings.Database ?? settings.Username,
            ["PGUSER"] = settings.Username,
            ["PGPASSWORD"] = settings.Password,
            ["PGSSLMODE"] = Mode(settings.SslMode),
            ["PGSSLROOTCERT"] = settings.RootCertificate,
            ["PGSSLCERT"] = settings.SslCertificate,
            ["PGSSLKEY"] = settings.SslKey,
            ["PGCONNECT_TIMEOUT"] = settings.Timeout.ToString(CultureInfo.InvariantCulture),
        };
        return address.Where(one => !string.IsNullOrEmpty(one.Value)).ToDictionary(one => one.Key, one => one.Value!);
    }

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
