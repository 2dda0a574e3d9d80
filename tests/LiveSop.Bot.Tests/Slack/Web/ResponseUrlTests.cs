using System.Net;
using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Web;
using static LiveSop.Bot.Tests.Slack.Web.ScriptedHttp;

namespace LiveSop.Bot.Tests.Slack.Web;

public sealed class ResponseUrlTests
{
    private const string Good = "https://hooks.slack.com/actions/T1/2/x";

    [Fact]
    public async Task posts_json_without_a_token()
    {
        var http = new ScriptedHttp(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("ok") });

        (await PostAsync(http, Good)).Should().Be(new Response.Delivered());

        http.Requests[0].Should().Be(new Sent(new Uri(Good), null, """{"text":"x"}"""));
    }

    [Theory]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://hooks.slack.com@evil.example/x")]
    [InlineData("https://user@hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com:8443/x")]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("https://evil.example/hooks.slack.com")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:5005/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    [InlineData("")]
    public async Task an_address_that_is_not_slacks_is_sent_nothing(string url)
    {
        var http = new ScriptedHttp(Ok);

        (await PostAsync(http, url)).Should().Be(new Response.Foreign());
        http.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task the_configured_host_is_slacks_too()
    {
        var http = new ScriptedHttp(Ok);
        http.Options.ApiUrl = new Uri("http://127.0.0.1:5005/api/");

        (await PostAsync(http, "http://127.0.0.1:5005/response/1")).Should().Be(new Response.Delivered());
        (await PostAsync(http, "http://127.0.0.1:5006/response/1")).Should().Be(new Response.Foreign());
    }

    [Fact]
    public async Task an_address_used_up_is_final() => (await PostAsync(new ScriptedHttp(Page(HttpStatusCode.NotFound)), Good)).Should().Be(new Response.Refused(404));

    [Fact]
    public async Task slack_may_want_it_later() => (await PostAsync(new ScriptedHttp(Limited(3)), Good)).Should().Be(new Response.Later(TimeSpan.FromSeconds(3)));

    [Fact]
    public async Task nothing_was_delivered_where_nobody_was_reached() =>
        (await PostAsync(new ScriptedHttp(Broken(HttpRequestError.ConnectionError)), Good)).Should().BeOfType<Response.Later>();

    [Fact]
    public async Task what_broke_on_the_way_may_have_been_delivered()
    {
        (await PostAsync(new ScriptedHttp(Broken(HttpRequestError.ResponseEnded)), Good)).Should().Be(new Response.Unsure());
        (await PostAsync(new ScriptedHttp(Page(HttpStatusCode.InternalServerError)), Good)).Should().Be(new Response.Unsure());
        (await PostAsync(new ScriptedHttp(Never), Good)).Should().Be(new Response.Unsure());
    }

    private static Task<Response> PostAsync(ScriptedHttp http, string url) =>
        http.Clock.RunAsync(new ResponseUrl(http.Client(), http.Options, http.Clock).PostAsync(url, new JsonObject { ["text"] = "x" }));
}
