using System.Globalization;

namespace LiveSop.Bot.Storage.Local;

/// <summary>How a private server is set. Fast, and never at the cost of what it has promised: fsync and synchronous_commit keep their defaults, on.</summary>
internal static class ServerSettings
{
    private const long MegaByte = 1 << 20;

    /// <summary>Lines of a configuration file.</summary>
    /// <param name="sockets">The folder of the socket; nothing listens on the network.</param>
    public static IReadOnlyList<string> For(string sockets) =>
    [
        "listen_addresses = ''",
        "port = 5432",
        $"unix_socket_directories = '{Quoted(sockets)}'",
        "unix_socket_permissions = 0700",
        "max_connections = 60",
        string.Create(CultureInfo.InvariantCulture, $"shared_buffers = {BufferMegaBytes()}MB"),
        "work_mem = 16MB",
        "maintenance_work_mem = 128MB",
        // Fewer and smoother checkpoints; costs disk and a longer recovery.
        "max_wal_size = 2GB",
        "checkpoint_timeout = 15min",
        "wal_compression = on",
        // The queue's table is cleaned every thousand rows, which a busy hour makes many times a minute.
        "autovacuum_naptime = 5s",
        "random_page_cost = 1.1",
        "jit = off",
        "logging_collector = on",
        "log_directory = '../log'",
        // A week of logs, each day's overwritten a week later.
        "log_filename = 'postgres-%a.log'",
        "log_truncate_on_rotation = on",
        "log_rotation_age = 1d",
        "log_rotation_size = 0",
        "log_file_mode = 0600",
        // The details of an error quote rows, and rows quote people.
        "log_error_verbosity = terse",
    ];

    /// <summary>An eighth of the memory that we may use, within what is of use.</summary>
    private static long BufferMegaBytes() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 / MegaByte, 64, 512);

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}
