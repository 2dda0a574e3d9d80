using System.Net.Http.Headers;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using static LiveSop.Bot.Tests.Slack.Web.ScriptedHttp;

namespace LiveSop.Bot.Tests.Slack.Web;

public sealed class FileTests
{
    [Fact]
    public async Task a_file_is_announced_sent_and_shown()
    {
        var http = new ScriptedHttp(Json("""{"ok":true,"upload_url":"https://files.slack.com/upload/v1/x","file_id":"F1"}"""), Ok, Json("""{"ok":true,"files":[{"id":"F1","title":"Flow"}]}"""));

        var shown = await http.Api().Files.ShareAsync(new OutgoingFile("flow.png", "bytes"u8.ToArray(), "Flow", "A flow"), new PostedIn(new ChannelId("C1"), new MessageTs("1.1")), "here");

        shown.Id.Should().Be("F1");
        http.Requests.Select(sent => sent.Url.AbsolutePath).Should().Equal("/api/files.getUploadURLExternal", "/upload/v1/x", "/api/files.completeUploadExternal");
        http.Requests[0]["length"].Should().Be("5");
        http.Requests[0]["alt_txt"].Should().Be("A flow");
        http.Requests[1].Should().BeEquivalentTo(new { Token = (string?)null, Body = "bytes" });
        http.Requests[2]["files"].Should().Be("""[{"id":"F1","title":"Flow"}]""");
        http.Requests[2]["thread_ts"].Should().Be("1.1");
    }

    [Fact]
    public async Task a_file_is_fetched_with_the_token()
    {
        var http = new ScriptedHttp(Content("hello", "text/plain"));
        using var into = new MemoryStream();

        await http.Api().Files.DownloadAsync(File("https://files.slack.com/files-pri/T1-F1/a.txt"), into, 100);

        into.ToArray().Should().Equal("hello"u8.ToArray());
        http.Requests[0].Token.Should().Be("xoxb-1");
    }

    [Theory]
    [InlineData("https://docs.google.example/a")]
    [InlineData("https://files.slack.com.evil.example/a")]
    [InlineData("https://evilslack.com/a")]
    [InlineData("http://files.slack.com/a")]
    [InlineData(null)]
    public async Task a_file_that_slack_does_not_hold_never_sees_the_token(string? url)
    {
        var http = new ScriptedHttp(Content("x", "text/plain"));

        (await RefusedAsync(http, File(url), 100)).Failure.Should().Be(new SlackFailure.TargetGone());
        http.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task a_page_to_sign_in_means_a_missing_scope() =>
        (await RefusedAsync(new ScriptedHttp(Content("<html>", "text/html")), File("https://files.slack.com/a"), 100))
            .Failure.Should().Be(new SlackFailure.Configuration("files:read", null));

    [Fact]
    public async Task a_file_that_is_too_long_is_refused() =>
        (await RefusedAsync(new ScriptedHttp(Content(new string('x', 200_000), "text/plain")), File("https://files.slack.com/a"), 100_000)).Code.Should().Be("file_too_long");

    private static SlackFile File(string? url) => new("F1", "a.txt", null, "text/plain", null, null, false) { Download = url };

    private static Func<HttpResponseMessage> Content(string text, string type) => () => new HttpResponseMessage { Content = new StringContent(text, new MediaTypeHeaderValue(type)) };

    private static async Task<SlackCallException> RefusedAsync(ScriptedHttp http, SlackFile file, long longest)
    {
        using var into = new MemoryStream();
        return (await FluentActions.Awaiting(() => http.Api().Files.DownloadAsync(file, into, longest)).Should().ThrowAsync<SlackCallException>()).Which;
    }
}
