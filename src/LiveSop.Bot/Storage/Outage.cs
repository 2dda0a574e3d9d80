using System.Net.Sockets;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>Tells a database that is away, or that chose us as the one to begin again, from one that refuses what it was given.</summary>
internal static class Outage
{
    /// <summary>Whether the same may succeed later as it is: no fault of what was being done.</summary>
    public static bool Caused(Exception failure) =>
        failure is NpgsqlException { IsTransient: true } or TimeoutException or SocketException
        // The server is stopped, starting, or was told to end our connection.
        || (failure is PostgresException { SqlState: var state } && state.StartsWith("57P", StringComparison.Ordinal))
        || (failure.InnerException is { } cause && Caused(cause));
}
