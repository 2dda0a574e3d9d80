using LiveSop.Bot.Storage;
using Npgsql;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>A migrated, empty database of one test's own: <c>await using var database = await TestDatabase.CreateAsync();</c></summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static int made;

    private readonly TestServer server;
    private readonly string name;

    private TestDatabase(TestServer server, string name, int connections)
    {
        this.server = server;
        this.name = name;
        Owner = TestServer.At(server.Owner, name);
        App = new NpgsqlConnectionStringBuilder(TestServer.At(server.Role.Connection, name)) { MaxPoolSize = connections, Timeout = 60 }.ConnectionString;
        Database = Database.Open(App);
    }

    /// <summary>Works as the application role.</summary>
    public Database Database { get; }

    /// <summary>The connection string of the owner, a superuser.</summary>
    public string Owner { get; }

    /// <summary>The connection string of the application role.</summary>
    public string App { get; }

    /// <param name="connections">The most that the pool opens.</param>
    /// <param name="server">Null for the one that all tests share.</param>
    public static async Task<TestDatabase> CreateAsync(int connections = 10, TestServer? server = null)
    {
        server ??= await TestServer.GetAsync();
        var name = $"t{Interlocked.Increment(ref made)}";
        var template = new NpgsqlConnectionStringBuilder(server.Owner).Database;
        await TestServer.RunAsync(TestServer.At(server.Owner, "postgres"), $"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(server, name, connections);
    }

    public Task<UnitOfWork> BeginAsync(Scope scope) => Database.BeginAsync(scope, CancellationToken.None);

    /// <summary>Works in a scope and commits.</summary>
    public async Task DoAsync(Scope scope, Func<UnitOfWork, Task> work)
    {
        await using var unit = await BeginAsync(scope);
        await work(unit);
        await unit.CommitAsync(CancellationToken.None);
    }

    /// <summary>Asks in a scope of its own.</summary>
    public async Task<T> AskAsync<T>(Scope scope, Func<LiveSopDb, Task<T>> question)
    {
        await using var unit = await BeginAsync(scope);
        return await question(unit.Db);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await TestServer.RunAsync(TestServer.At(server.Owner, "postgres"), $"DROP DATABASE {name} (FORCE)");
    }
}
