using System.Data.Common;
using LiveSop.Bot.Storage.Vectors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>The work's side of PostgreSQL: connections of the role that row security binds. Disposing it closes them.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly PooledDbContextFactory<LiveSopDb> contexts;

    private Database(NpgsqlDataSource source, ILoggerFactory? logs)
    {
        this.source = source;
        contexts = new PooledDbContextFactory<LiveSopDb>(LiveSopDb.Options(builder => builder.UseNpgsql(source).UseLoggerFactory(logs)));
    }

    /// <summary>Connects at the first use.</summary>
    /// <param name="connection">Of the application role.</param>
    public static Database Open(string connection, ILoggerFactory? logs = null)
    {
        // The same few statements run all day: the server parses each once per connection.
        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString).UseLoggerFactory(logs);
#pragma warning disable NPG9001 // See HalfVectorFormat.
        builder.AddTypeInfoResolverFactory(new HalfVectorFormat());
#pragma warning restore NPG9001
        return new Database(builder.Build(), logs);
    }

    /// <summary>Opens a transaction that sees what the scope sees. BEGIN and the scope travel together: one round trip.</summary>
    /// <param name="redone">What a crash undoes is done again, so that the commit need not wait for the disk. Whatever is committed durably later makes it durable too.</param>
    public async Task<UnitOfWork> BeginAsync(Scope scope, CancellationToken stop, bool redone = false)
    {
        var db = await contexts.CreateDbContextAsync(stop);
        try
        {
            // A unit that fails is rolled back whole, so that saving needs no savepoints and their two round trips.
            db.Database.AutoSavepointsEnabled = false;
            var unit = new UnitOfWork(db, await db.Database.BeginTransactionAsync(stop), scope);
            await unit.ApplyAsync(scope, stop, redone);
            return unit;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connections without a scope, which see nothing that row security guards: for tables outside it.</summary>
    public DbDataSource Unscoped => source;

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
