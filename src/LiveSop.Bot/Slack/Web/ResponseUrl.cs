using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace LiveSop.Bot.Slack.Web;

/// <summary>What became of a message sent to a response URL.</summary>
internal abstract record Response
{
    private Response()
    {
    }

    internal sealed record Delivered : Response;

    /// <summary>Final: used five times, older than half an hour, or wrong. Say it another way.</summary>
    internal sealed record Refused(int Status) : Response;

    /// <summary>Slack wants it later, or could not be reached; nothing was delivered.</summary>
    internal sealed record Later(TimeSpan Delay) : Response;

    /// <summary>It may have been delivered and may not.</summary>
    internal sealed record Unsure : Response;

    /// <summary>The address is not Slack's, and nothing was sent.</summary>
    internal sealed record Foreign : Response;
}

/// <summary>
/// Answers a command or a click by the address that came with it: 5 messages within 30 minutes, also in channels the bot is not in.
/// </summary>
internal sealed class ResponseUrl(HttpClient http, WebOptions options, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly SlackHosts hosts = new(options.ApiUrl);

    /// <param name="url">A secret.</param>
    /// <param name="message">As for <c>chat.postMessage</c>, with <c>response_type</c>, <c>replace_original</c> or <c>delete_original</c>.</param>
    public async Task<Response> PostAsync(string url, JsonNode message, CancellationToken cancellation = default)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !hosts.TakesResponses(address)) return new Response.Foreign();
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var body = new StringContent(message.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
            using var response = await http.PostAsync(address, body, either.Token);
            return Read(response);
        }
        catch (HttpRequestException broken)
        {
            return broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                ? new Response.Later(Soon)
                : new Response.Unsure();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Response.Unsure();
        }
    }

    private static Response Read(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new Response.Delivered(),
        429 => new Response.Later(response.Headers.RetryAfter?.Delta ?? Soon),
        >= 500 => new Response.Unsure(),
        var status => new Response.Refused(status),
    };
}
