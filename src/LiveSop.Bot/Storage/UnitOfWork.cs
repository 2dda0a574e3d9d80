using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>
/// One transaction in one scope. Disposing it without <see cref="CommitAsync"/> undoes all of it.
/// The scope is set for the transaction alone, so a pooled connection carries nothing over.
/// </summary>
internal sealed class UnitOfWork(LiveSopDb db, IDbContextTransaction transaction, Scope begun) : IAsyncDisposable
{
    private const string Enter = "SELECT set_config('app.scope', $1, true), set_config('app.workspace_id', $2, true), set_config('app.user_id', $3, true)";
    private const string EnterRedone = $"{Enter}, set_config('synchronous_commit', 'off', true)";

    private Scope? entered;

    public LiveSopDb Db => db;

    /// <summary>For SQL that runs in the same transaction and under the same scope.</summary>
    public NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>In which scope it works now.</summary>
    public Scope Scope => entered ?? begun;

    /// <summary>A statement for <see cref="Connection"/>; its parameters are <c>$1</c>, <c>$2</c>, …</summary>
    public NpgsqlCommand Command(string sql, params object[] parameters)
    {
        var command = new NpgsqlCommand(sql, Connection);
        foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    /// <summary>Goes on in another scope that the one begun with covers: saves what is pending, then forgets what was read.</summary>
    /// <exception cref="InvalidOperationException">The scope begun with does not cover it.</exception>
    public async Task EnterAsync(Scope scope, CancellationToken stop)
    {
        if (!begun.Covers(scope)) throw new InvalidOperationException($"Work begun as {begun} cannot go on as {scope}.");
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        await ApplyAsync(scope, stop);
    }

    /// <summary>Saves what is pending and makes all of it last.</summary>
    public async Task CommitAsync(CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }

    internal async Task ApplyAsync(Scope scope, CancellationToken stop, bool redone = false)
    {
        var (kind, workspace, user) = scope.Settings;
        await using var command = Command(redone ? EnterRedone : Enter, kind, workspace, user);
        await command.ExecuteNonQueryAsync(stop);
        entered = scope;
    }
}
