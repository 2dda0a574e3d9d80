namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>Slack's own framework, running against one server for all tests of a class.</summary>
public abstract class BoltRun(Func<Task<SlackServer>> startServer) : IAsyncLifetime
{
    public SlackServer Server { get; private set; } = null!;

    public NodeProgram Bolt { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await startServer();
        Bolt = await NodeProgram.StartAsync("bolt-app.js", Server);
        await Bolt.HandledAsync("started");
    }

    public async Task DisposeAsync()
    {
        // Either may not have come up.
        if (Bolt is not null) await Bolt.DisposeAsync();
        if (Server is not null) await Server.DisposeAsync();
    }
}
