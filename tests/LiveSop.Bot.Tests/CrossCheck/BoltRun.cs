namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>Slack's own framework, running against one server for all tests of a class.</summary>
public abstract class BoltRun : IAsyncLifetime
{
    public SlackServer Server { get; private set; } = null!;

    public NodeProgram Bolt { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await StartServerAsync();
        Bolt = await NodeProgram.StartAsync("bolt-app.js", Server.Api);
        await Bolt.HandledAsync("started");
    }

    public async Task DisposeAsync()
    {
        // Either may not have come up.
        if (Bolt is not null) await Bolt.DisposeAsync();
        if (Server is not null) await Server.DisposeAsync();
    }

    protected abstract Task<SlackServer> StartServerAsync();
}
