using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>One attempt of one call: out it goes, and back comes an answer or a <see cref="SlackCallException"/>.</summary>
internal sealed class SlackWire(HttpClient http, Func<SlackTokens> tokens, Uri apiUrl)
{
    private static readonly TimeSpan UnsaidDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    public async Task<SlackAnswer> ExchangeAsync(SlackMethod method, Form arguments, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(apiUrl, method.Name)) { Content = arguments.ToContent() };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", method.IsForApp ? tokens().App : tokens().Bot);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await AnswerAsync(method, response, cancellation);
        }
        catch (HttpRequestException broken)
        {
            throw new SlackCallException(method, Broken(broken), "connection_failed", broken);
        }
        // So shows a connection that could not be made in time; taken for a stop, it would end whatever called.
        catch (OperationCanceledException late) when (late.InnerException is TimeoutException && !cancellation.IsCancellationRequested)
        {
            throw new SlackCallException(method, new SlackFailure.Transient("no connection", WasSent: false), "connection_failed", late);
        }
        catch (IOException broken)
        {
            throw new SlackCallException(method, new SlackFailure.Ambiguous("connection lost"), "connection_lost", broken);
        }
    }

    // These happen before the request is on its way.
    private static SlackFailure Broken(HttpRequestException broken) => broken.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        ? new SlackFailure.Transient("no connection", WasSent: false)
        : new SlackFailure.Ambiguous("connection lost");

    private static async Task<SlackAnswer> AnswerAsync(SlackMethod method, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            throw new SlackCallException(method, new SlackFailure.RetryAfter(Delay(response)), "ratelimited");
        var body = await BodyAsync(response, cancellation);
        if (body.Flag("ok"u8) && response.IsSuccessStatusCode) return Answer(body, response);
        if (body.Id("error"u8) is not { } code) throw Wordless(method, response.StatusCode);
        var failure = ErrorCodes.Classify(code, body);
        return failure is SlackFailure.AlreadyDone ? Answer(body, response) : throw new SlackCallException(method, failure, code);
    }

    private static SlackAnswer Answer(JsonElement body, HttpResponseMessage response) => new(body, Scopes(response)) { SentAt = response.Headers.Date };

    /// <summary>Undefined where the body is no JSON: a gateway's page, or half an answer.</summary>
    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            return JsonElement.Parse(bytes, SlackJson.Options);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static SlackCallException Wordless(SlackMethod method, HttpStatusCode status)
    {
        var code = $"http_{(int)status}";
        return new SlackCallException(method, (int)status switch
        {
            >= 500 when method.IsRead => new SlackFailure.Transient(code),
            >= 500 or (>= 200 and < 300) => new SlackFailure.Ambiguous(code),
            _ => new SlackFailure.Unknown(),
        }, code);
    }

    private static TimeSpan Delay(HttpResponseMessage response)
    {
        var said = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when response.Headers.Date is { } sent && date > sent => date - sent,
            _ => UnsaidDelay,
        };
        return said < LongestDelay ? said : LongestDelay;
    }

    private static IReadOnlyList<string> Scopes(HttpResponseMessage response) => response.Headers.TryGetValues("x-oauth-scopes", out var values)
        ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : [];
}
