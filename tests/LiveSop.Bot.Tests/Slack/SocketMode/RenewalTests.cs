using LiveSop.Bot.Slack.SocketMode;

namespace LiveSop.Bot.Tests.Slack.SocketMode;

/// <summary>A socket is replaced before it goes.</summary>
public sealed class RenewalTests : IAsyncLifetime
{
    private static readonly TimeSpan Drain = new SocketOptions().Drain;

    private ScriptedSlack slack = null!;

    public async Task InitializeAsync() => slack = await ScriptedSlack.StartAsync();

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_of_next_year")]
    public async Task the_next_socket_is_greeted_before_the_last_one_closes(string reason)
    {
        slack.Watch(1);
        await using var bot = new Listener(slack);
        await bot.UntilAsync(() => slack.Greeted == 1);

        await slack.Sockets[0].DisconnectAsync(reason);
        await bot.UntilAsync(() => slack.Greeted == 2);
        await bot.UntilAsync(() => bot.Clock.Waits.Contains(Drain));
        bot.Clock.Advance(Drain);
        await bot.UntilAsync(() => slack.Sockets[0].IsOver);

        slack.Sockets[0].WasClosed.Should().BeTrue("it is left in the orderly way");
        slack.Fewest.Should().Be(1, "not for a moment was there no socket");
        slack.Asked.Should().Be(2, "each socket has a fresh address");
    }

    [Fact]
    public async Task a_storm_of_renewals_leaves_no_gap()
    {
        slack.Watch(2);
        await using var bot = new Listener(slack, options => options.Sockets = 2);
        await bot.UntilAsync(() => slack.Greeted == 2);

        for (var n = 0; n < 20; n++)
        {
            var before = slack.Sockets.Count;
            await slack.Sockets[n].DisconnectAsync("refresh_requested");
            await bot.UntilAsync(() => slack.Sockets.Count > before && slack.Sockets[^1].IsGreeted, step: 0.1);
        }

        slack.Fewest.Should().Be(2);
    }

    [Fact]
    public async Task a_socket_is_renewed_before_its_time_is_up()
    {
        slack.OnSocket = socket => socket.SendAsync("""{"type":"hello","num_connections":1,"debug_info":{"approximate_connection_time":3600}}""");
        slack.Watch(1);
        await using var bot = new Listener(slack);
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 1);

        bot.Clock.Advance(TimeSpan.FromMinutes(53));
        slack.Sockets.Should().ContainSingle();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.UntilAsync(() => slack.Greeted == 2);

        slack.Fewest.Should().Be(1);
    }

    [Fact]
    public async Task a_replaced_socket_is_still_read_and_answered_for_a_while()
    {
        await using var bot = new Listener(slack);
        await bot.UntilAsync(() => slack.Greeted == 1);
        await slack.Sockets[0].DisconnectAsync("warning");
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 2);

        await slack.Sockets[0].DeliverAsync("late");

        await bot.UntilAsync(() => slack.Sockets[0].Acks.Contains("late"));
        slack.Sockets[1].Acks.Should().BeEmpty();
    }

    [Fact]
    public async Task what_came_on_a_socket_that_is_gone_is_acknowledged_on_another()
    {
        var release = new TaskCompletionSource();
        await using var bot = new Listener(slack, options => options.Sockets = 2) { Receive = async (_, _) => { await release.Task; return Ack.Empty; } };
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 2);
        await slack.Sockets[0].DeliverAsync("e-1");
        await bot.UntilAsync(() => bot.Received.Any());
        slack.Sockets[0].Reset();
        await bot.UntilAsync(() => bot.Sockets.Health.Open < 2 || slack.Sockets.Count > 2);

        release.SetResult();

        await bot.UntilAsync(() => slack.Sockets.Skip(1).Any(socket => socket.Acks.Contains("e-1")));
    }

    [Fact]
    public async Task two_sockets_are_opened_apart()
    {
        await using var bot = new Listener(slack, options => (options.Sockets, options.Stagger) = (2, TimeSpan.FromSeconds(10)));
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 1);

        bot.Clock.Advance(TimeSpan.FromSeconds(9));
        slack.Asked.Should().Be(1);
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 2);
    }
}
