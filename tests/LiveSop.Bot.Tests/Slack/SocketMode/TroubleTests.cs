using LiveSop.Bot.Slack.SocketMode;

namespace LiveSop.Bot.Tests.Slack.SocketMode;

/// <summary>Whatever happens to a socket, there is another one soon, or somebody is told.</summary>
public sealed class TroubleTests : IAsyncLifetime
{
    private ScriptedSlack slack = null!;

    public async Task InitializeAsync() => slack = await ScriptedSlack.StartAsync();

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Fact]
    public Task comes_back_after_a_reset() => ComesBackAsync(socket => { socket.Reset(); return Task.CompletedTask; });

    [Fact]
    public Task comes_back_after_a_bare_close() => ComesBackAsync(socket => socket.CloseAsync());

    [Fact]
    public Task comes_back_when_slack_no_longer_answers() => ComesBackAsync(async socket =>
    {
        socket.GoDeaf();
        // The read that is under way ends with this.
        await socket.DeliverAsync("last");
    });

    [Fact]
    public async Task gives_up_a_socket_that_is_never_greeted()
    {
        slack.OnSocket = socket => socket.Number == 1 ? Task.CompletedTask : socket.SendAsync(ScriptedSlack.Hello);
        await using var bot = new Listener(slack);
        await bot.UntilAsync(() => slack.Sockets.Count == 1);

        bot.Clock.Advance(TimeSpan.FromSeconds(14));
        await Task.Yield();
        slack.Sockets[0].IsOver.Should().BeFalse();
        bot.Clock.Advance(TimeSpan.FromSeconds(1));

        await bot.UntilAsync(() => slack.Greeted == 1 && slack.Sockets[0].IsOver);
    }

    [Fact]
    public async Task backs_off_when_sockets_die_young()
    {
        slack.OnSocket = async socket =>
        {
            await socket.SendAsync(ScriptedSlack.Hello);
            if (socket.Number <= 8) socket.Reset();
        };
        await using var bot = new Listener(slack);

        await bot.UntilAsync(() => bot.Sockets.Health.Open == 1 && slack.Sockets.Count == 9, step: 0.5);

        TimeSpan[] limits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(5)];
        bot.Clock.Waits.Except(limits).Should().HaveCountGreaterThanOrEqualTo(5, "it does not hammer at the door");
    }

    [Fact]
    public async Task comes_back_when_the_address_is_refused_for_a_while()
    {
        slack.Refuse("fatal_error", "internal_error", "something_of_next_year");
        await using var bot = new Listener(slack);

        await bot.UntilAsync(() => bot.Sockets.Health.Open == 1, step: 0.25);

        slack.Asked.Should().Be(4);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_authed")]
    [InlineData("account_inactive")]
    [InlineData("user_removed_from_team")]
    [InlineData("team_disabled")]
    [InlineData("not_allowed_token_type")]
    [InlineData("forbidden_team")]
    public async Task says_what_is_hopeless_and_asks_no_more(string code)
    {
        slack.Refuse(code, code);
        await using var bot = new Listener(slack, options => options.Sockets = 2);

        await bot.UntilAsync(() => bot.Running.IsCompleted, step: 0.25);

        (await bot.Running).Should().Be(new ListeningEnd.Refused(code));
        bot.Sockets.Health.Should().BeEquivalentTo(new { Open = 0, Alarm = new SocketTrouble.Refused(code) });
        slack.Asked.Should().BeLessThanOrEqualTo(2, "once for each socket");
    }

    [Fact]
    public async Task a_token_that_dies_ends_the_sockets_that_are_still_open()
    {
        await using var bot = new Listener(slack, options => options.Sockets = 2);
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 2);

        slack.Refuse("token_revoked");
        await slack.Sockets[0].DisconnectAsync("refresh_requested");
        await bot.UntilAsync(() => bot.Running.IsCompleted, step: 0.25);

        (await bot.Running).Should().Be(new ListeningEnd.Refused("token_revoked"));
        await bot.UntilAsync(() => slack.Sockets.All(socket => socket.IsOver));
    }

    [Fact]
    public async Task stays_away_while_socket_mode_is_switched_off_and_then_comes_back()
    {
        await using var bot = new Listener(slack);
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 1);

        await slack.Sockets[0].DisconnectAsync("link_disabled");
        await bot.UntilAsync(() => bot.Sockets.Health.Alarm is SocketTrouble.LinkDisabled);
        await bot.UntilAsync(() => bot.Clock.Waits.Contains(TimeSpan.FromMinutes(3)));
        bot.Clock.Advance(TimeSpan.FromMinutes(2.9));
        slack.Asked.Should().Be(1);
        await bot.UntilAsync(() => slack.Greeted == 1 && slack.Sockets.Count == 2, step: 1);

        await bot.UntilAsync(() => bot.Sockets.Health.Alarm is null);
    }

    [Fact]
    public async Task stays_away_when_there_are_too_many_sockets()
    {
        slack.OnSocket = socket => socket.Number == 1 ? socket.DisconnectAsync("too_many_websockets") : socket.SendAsync(ScriptedSlack.Hello);
        await using var bot = new Listener(slack);

        await bot.UntilAsync(() => bot.Sockets.Health.Alarm is SocketTrouble.TooMany);
        await bot.UntilAsync(() => bot.Clock.Waits.Any(wait => wait >= TimeSpan.FromSeconds(30) && wait <= TimeSpan.FromSeconds(60)));
        slack.Asked.Should().Be(1);

        await bot.UntilAsync(() => bot.Sockets.Health is { Open: 1, Alarm: null }, step: 1);
    }

    [Fact]
    public async Task somebody_elses_socket_is_reported_when_two_greetings_in_a_row_count_it()
    {
        slack.OnSocket = socket => socket.SendAsync("""{"type":"hello","num_connections":4}""");
        await using var bot = new Listener(slack);
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 1);
        bot.Sockets.Health.Foreign.Should().Be(0, "it may be an old one of ours");

        await slack.Sockets[0].DisconnectAsync("warning");
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 2);

        bot.Sockets.Health.Foreign.Should().Be(2);
    }

    private async Task ComesBackAsync(Func<ServerSocket, Task> trouble)
    {
        await using var bot = new Listener(slack, options => (options.KeepAliveInterval, options.KeepAliveTimeout) = (TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(300)));
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 1);

        await trouble(slack.Sockets[0]);
        await bot.UntilAsync(() => slack.Sockets.Count >= 2 && slack.Sockets[^1].IsGreeted);

        await slack.Sockets[^1].DeliverAsync("after");
        await bot.UntilAsync(() => slack.Sockets.Any(socket => socket.Acks.Contains("after")));
    }
}
