using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Hosting.Health;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;

namespace LiveSop.Bot.Tests.Hosting;

/// <summary>The bot says how it is to whoever asks, and why it is not well in sentences.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Uri url = FreeAddress();

    [Fact]
    public async Task a_bot_that_can_work_is_live_and_ready()
    {
        await using var world = await World.World.StartAsync(withBot: false);
        var bot = await world.StartBotAsync(Telling(world));

        await UntilAsync("ready", reply => reply is { Status: "ready", Reasons: [] });
        (await AskAsync("live")).Should().BeEquivalentTo(new HealthReply("live", []));
        (await CommandAsync()).Should().Be((ExitCode.Done, "The bot is ready.\n"));

        await world.StopBotAsync(bot);
        (await CommandAsync()).Code.Should().Be(ExitCode.Unwell, "nobody answers any more");
    }

    [Fact]
    public async Task says_which_workspace_is_not_connected_and_why()
    {
        await using var world = await World.World.StartAsync(withBot: false);
        await world.StartBotAsync(Telling(world));
        world.Workspace.Admin.Uninstall(world.App);

        var reply = await UntilAsync("ready", reply => reply.Status == "not ready");

        reply.Reasons.Should().ContainSingle().Which.Should().StartWith("Workspace test is not connected since ").And.EndWith(": the app was uninstalled from the workspace, or its bot user deactivated (account_inactive).");
        (await AskAsync("live")).Status.Should().Be("live", "starting it anew would not help");
        var (code, said) = await CommandAsync();
        code.Should().Be(ExitCode.Unwell);
        said.Should().StartWith("The bot is not ready.\n  Workspace test is not connected since ");
    }

    [Fact]
    public async Task says_that_the_database_is_away()
    {
        using var server = await TestServer.StartAsync();
        await using var world = await World.World.StartAsync(withBot: false, server: server);
        await world.StartBotAsync(Telling(world));
        await UntilAsync("ready", reply => reply.Status == "ready");

        await server.StopAsync();
        (await UntilAsync("ready", reply => reply.Status == "not ready")).Reasons.Should().Contain(reason => reason.StartsWith("The database is away since ", StringComparison.Ordinal));

        await server.RestartAsync();
        await UntilAsync("ready", reply => reply.Status == "ready");
    }

    [Fact]
    public async Task says_what_is_parked_and_what_has_been_waiting_for_long()
    {
        await using var world = await World.World.StartAsync(withBot: false);
        var scope = new Scope.Miner(new(world.Workspace.Id));
        await world.Database.DoAsync(scope, unit => unit.RunAsync("""
            INSERT INTO inbox (workspace_id, dedup_key, received_at, kind, lane, envelope, parked_reason) VALUES ($1, 'bad', now(), 'events_api', 'C1', '', 'broken'), ($1, 'old', now(), 'events_api', 'C1', '', NULL)
            """, CancellationToken.None, world.Workspace.Id));
        await world.Database.DoAsync(scope, unit => unit.RunAsync("INSERT INTO work_queue (workspace_id, kind, lane, item, due_at, attempts) VALUES ($1, 'inbox', 'C1', 'old', now() - interval '1 minute', 0)",
            CancellationToken.None, world.Workspace.Id));
        // Whoever holds the row keeps the bot from handling it.
        await using var held = await world.Database.BeginAsync(scope);
        await held.ReadAsync("SELECT seq FROM work_queue FOR UPDATE", row => row.GetInt64(0), CancellationToken.None);
        await world.StartBotAsync(Telling(world));

        var reply = await UntilAsync("ready", reply => reply.Reasons.Count == 2);

        reply.Status.Should().Be("degraded");
        reply.Reasons.Should().ContainMatch("The oldest envelope in the inbox has been waiting for * s.").And.Contain("Given up and kept to be looked at: 1 in the table inbox, 0 in outbox, 0 in jobs.");
    }

    [Fact]
    public async Task runs_without_it_where_its_address_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, url.Port);
        other.Start();
        await using var world = await World.World.StartAsync(withBot: false);
        await world.StartBotAsync(Telling(world));

        await world.InviteAsync(world.Person("ada"), "support");
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://10.0.0.5:8080", "http://10.0.0.5:8080/")]
    public void is_asked_from_its_own_machine(string told, string asked) => new HealthSettings { Url = told }.AddressHere.Should().Be(new Uri(asked));

    public void Dispose() => http.Dispose();

    private static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new($"http://{probe.LocalEndpoint}");
    }

    private Settings Telling(World.World world) => world.Settings with { Health = new HealthSettings { Url = url.ToString() } };

    private async Task<HealthReply> AskAsync(string what)
    {
        using var response = await http.GetAsync(new Uri(url, what));
        var reply = (await response.Content.ReadFromJsonAsync<HealthReply>(JsonSerializerOptions.Web))!;
        response.IsSuccessStatusCode.Should().Be(!reply.Status.StartsWith("not ", StringComparison.Ordinal));
        return reply;
    }

    /// <summary>A minute at most; only a failure takes it.</summary>
    private async Task<HealthReply> UntilAsync(string what, Func<HealthReply, bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var reply = await AskAsync(what);
            if (isSo(reply)) return reply;
            limit.IsCancellationRequested.Should().BeFalse($"it says {reply.Status}: {string.Join(' ', reply.Reasons)}");
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task<(int Code, string Said)> CommandAsync()
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        var terminal = new Terminal(Terminal.Plainly(said), Terminal.Plainly(said));
        var settings = new Settings { Health = new HealthSettings { Url = url.ToString() } };
        var code = await CommandLine.RunAsync(["health"], terminal, one => HealthCommand.Create(one, () => settings));
        return (code, said.ToString().ReplaceLineEndings("\n"));
    }
}
