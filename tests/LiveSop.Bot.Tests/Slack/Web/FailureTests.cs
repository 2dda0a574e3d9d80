using System.Net;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;
using static LiveSop.Bot.Tests.Slack.Web.ScriptedHttp;

namespace LiveSop.Bot.Tests.Slack.Web;

public sealed class FailureTests
{
    private static readonly ChannelId Channel = new("C1");

    /// <summary>A code of each class, and its class.</summary>
    public static TheoryData<string, object> Codes => new()
    {
        { "internal_error", new SlackFailure.Transient("internal_error") },
        { "team_added_to_org", new SlackFailure.Transient("team_added_to_org") },
        { "fatal_error", new SlackFailure.Ambiguous("fatal_error") },
        { "invalid_auth", new SlackFailure.DeadCredentials() },
        { "account_inactive", new SlackFailure.DeadCredentials() },
        { "messages_tab_disabled", new SlackFailure.Configuration(null, null) },
        { "channel_not_found", new SlackFailure.TargetGone() },
        { "restricted_action_thread_locked", new SlackFailure.TargetGone() },
        { "expired_trigger_id", new SlackFailure.StaleInteraction() },
        { "message_limit_exceeded", new SlackFailure.PlanLimit() },
        { "something_of_next_year", new SlackFailure.Unknown() },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task tells_failures_apart_by_what_can_be_done(string code, object failure)
    {
        var failed = await PostFailsAsync(new ScriptedHttp(Error(code)));

        failed.Failure.Should().Be(failure);
        failed.Code.Should().Be(code);
        failed.Method.Should().Be(SlackMethod.ChatPostMessage);
    }

    [Fact]
    public async Task a_missing_scope_is_named() =>
        (await PostFailsAsync(new ScriptedHttp(Json("""{"ok":false,"error":"missing_scope","needed":"chat:write","provided":"commands,users:read"}"""))))
            .Failure.Should().Be(new SlackFailure.Configuration("chat:write", "commands,users:read"));

    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("invalid_metadata_format")]
    public async Task our_fault_comes_with_slacks_explanation(string code) =>
        (await PostFailsAsync(new ScriptedHttp(Json($$"""{"ok":false,"error":"{{code}}","response_metadata":{"messages":["[ERROR] too long [json-pointer:/blocks/0]"]} }"""))))
            .Failure.Should().BeOfType<SlackFailure.OurFault>().Which.Messages.Should().Equal("[ERROR] too long [json-pointer:/blocks/0]");

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.OK)]
    public async Task a_page_instead_of_an_answer_leaves_a_write_in_doubt(HttpStatusCode status)
    {
        var http = new ScriptedHttp(Page(status));

        (await PostFailsAsync(http)).Failure.Should().Be(new SlackFailure.Ambiguous($"http_{(int)status}"));
        http.Requests.Should().ContainSingle("a second post might be a double");
    }

    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task a_status_that_slack_never_gives_is_unknown(HttpStatusCode status) =>
        (await PostFailsAsync(new ScriptedHttp(Page(status)))).Failure.Should().Be(new SlackFailure.Unknown());

    [Fact]
    public async Task a_connection_lost_on_the_way_leaves_a_write_in_doubt()
    {
        var http = new ScriptedHttp(Broken(HttpRequestError.ResponseEnded));

        (await PostFailsAsync(http)).Failure.Should().BeOfType<SlackFailure.Ambiguous>();
        http.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task an_answer_that_never_comes_leaves_a_write_in_doubt()
    {
        var http = new ScriptedHttp(Never);
        var start = http.Clock.GetUtcNow();

        (await PostFailsAsync(http)).Failure.Should().Be(new SlackFailure.Ambiguous("no answer in time"));
        (http.Clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(AttemptTimeout);
        http.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task a_write_is_repeated_when_nothing_can_have_happened()
    {
        var http = new ScriptedHttp(Broken(HttpRequestError.ConnectionError), Limited(1), Broken(HttpRequestError.NameResolutionError), Ok);

        await http.Clock.RunAsync(http.Api().Chat.PostMessageAsync(Channel, new OutgoingMessage("x")));

        http.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task a_read_is_repeated_whenever_that_may_help()
    {
        var http = new ScriptedHttp(Error("internal_error"), Page(HttpStatusCode.ServiceUnavailable), Error("fatal_error"), Broken(HttpRequestError.ResponseEnded), Never,
            Json("""{"ok":true,"user":{"id":"U1"}}"""));

        (await http.Clock.RunAsync(http.Api().Users.InfoAsync(new UserId("U1")))).Id.Value.Should().Be("U1");

        http.Requests.Should().HaveCount(6);
        var backOff = http.Waits.ToList();
        backOff.Should().HaveCount(5);
        for (var n = 0; n < 5; n++) backOff[n].Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1 << n)).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(1.5 * (1 << n)));
    }

    [Fact]
    public async Task a_read_that_keeps_failing_gives_up()
    {
        var http = new ScriptedHttp(Error("internal_error"));

        await FluentActions.Awaiting(() => http.Clock.RunAsync(http.Api().Users.InfoAsync(new UserId("U1")), 5)).Should().ThrowAsync<SlackCallException>();
        http.Requests.Should().HaveCount(6);
    }

    [Fact]
    public async Task what_is_hopeless_is_not_repeated()
    {
        var http = new ScriptedHttp(Error("invalid_auth"));

        await FluentActions.Awaiting(() => http.Api().Users.InfoAsync(new UserId("U1"))).Should().ThrowAsync<SlackCallException>();
        http.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(null, 30)]
    public async Task retry_after_is_obeyed_and_not_added_to(int? said, int seconds)
    {
        var http = new ScriptedHttp(Limited(said), Ok);
        http.Options.Limits = false;

        await http.Clock.RunAsync(http.Api().Chat.PostMessageAsync(Channel, new OutgoingMessage("x")));

        http.Waits.Should().ContainSingle().Which.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(seconds)).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(seconds + 0.5));
    }

    [Fact]
    public async Task a_long_retry_after_is_the_callers_to_plan_with()
    {
        var http = new ScriptedHttp(Limited(600));

        (await PostFailsAsync(http)).Failure.Should().Be(new SlackFailure.RetryAfter(TimeSpan.FromMinutes(10)));
        http.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task a_stop_is_no_failure()
    {
        using var stop = new CancellationTokenSource();
        var http = new ScriptedHttp(Never);
        var call = http.Api().Chat.PostMessageAsync(Channel, new OutgoingMessage("x"), stop.Token);
        await http.Clock.UntilAsync(() => http.Requests.Count == 1);

        await stop.CancelAsync();

        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<SlackCallException> PostFailsAsync(ScriptedHttp http) =>
        (await FluentActions.Awaiting(() => http.Clock.RunAsync(http.Api().Chat.PostMessageAsync(Channel, new OutgoingMessage("x")))).Should().ThrowAsync<SlackCallException>()).Which;
}
