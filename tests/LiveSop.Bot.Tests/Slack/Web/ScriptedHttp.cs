using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LiveSop.Bot.Slack.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Bot.Tests.Slack.Web;

/// <summary>What one request said.</summary>
internal sealed record Sent(Uri Url, string? Token, string Body)
{
    public string? this[string field] => QueryHelpers.ParseQuery(Body) is var form && form.TryGetValue(field, out var value) ? value.ToString() : null;
}

/// <summary>Slack's Web API as a list of answers; the last one is given again and again.</summary>
internal sealed class ScriptedHttp(params Func<HttpResponseMessage>[] script) : HttpMessageHandler
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(9);

    private readonly List<Sent> requests = [];

    public RecordingClock Clock { get; } = new();

    public WebOptions Options { get; } = new() { AttemptTimeout = AttemptTimeout };

    public IReadOnlyList<Sent> Requests
    {
        get
        {
            lock (requests) return [.. requests];
        }
    }

    /// <summary>What was waited for, apart from the attempts' own limit.</summary>
    public IEnumerable<TimeSpan> Waits => Clock.Waits.Where(wait => wait != AttemptTimeout);

    public static Func<HttpResponseMessage> Json(string json, HttpStatusCode status = HttpStatusCode.OK, string? scopes = null) => () =>
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (scopes is not null) answer.Headers.Add("x-oauth-scopes", scopes);
        return answer;
    };

    public static Func<HttpResponseMessage> Ok { get; } = Json("""{"ok":true,"ts":"1.1","channel":"C1"}""");

    public static Func<HttpResponseMessage> Error(string code) => Json($$"""{"ok":false,"error":"{{code}}"}""");

    public static Func<HttpResponseMessage> Page(HttpStatusCode status) => () => new HttpResponseMessage(status) { Content = new StringContent("<html>") };

    public static Func<HttpResponseMessage> Limited(int? seconds) => () =>
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("""{"ok":false,"error":"ratelimited"}""") };
        if (seconds is { } delay) answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(delay));
        return answer;
    };

    public static Func<HttpResponseMessage> Broken(HttpRequestError error) => () => throw new HttpRequestException(error);

    /// <summary>Null stands for an answer that never comes.</summary>
    public static Func<HttpResponseMessage> Never { get; } = () => null!;

    public HttpClient Client() => SlackHttp.Create(this);

    public SlackApi Api() => new(Client(), () => new SlackTokens("xoxb-1", "xapp-1"), Options, Clock, NullLogger<SlackApi>.Instance);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        int number;
        lock (requests)
        {
            requests.Add(new Sent(request.RequestUri!, request.Headers.Authorization?.Parameter, body));
            number = requests.Count;
        }
        var answer = script[Math.Min(number, script.Length) - 1]();
        if (answer is null) await Task.Delay(Timeout.Infinite, cancellationToken);
        return answer!;
    }
}
