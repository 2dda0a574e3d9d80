using System.Net;
using System.Net.Http.Headers;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>The bytes of files, which travel outside the Web API's methods.</summary>
internal sealed class FileWire(HttpClient http, Func<SlackTokens> tokens, SlackHosts hosts, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private const int Piece = 81_920;

    /// <param name="url">From <c>files.getUploadURLExternal</c>: it is a secret, and needs no token.</param>
    public async Task UploadAsync(Uri url, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var method = SlackMethod.FilesGetUploadUrlExternal;
        if (!hosts.HoldsFiles(url)) throw new SlackCallException(method, new SlackFailure.Unknown(), "foreign_host");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        await InTimeAsync(method, async stop => (await SendAsync(method, request, stop)).Dispose(), cancellation);
    }

    public async Task DownloadAsync(SlackFile file, Stream into, long longest, CancellationToken cancellation)
    {
        var method = SlackMethod.FilesInfo;
        if (!Uri.TryCreate(file.Download, UriKind.Absolute, out var url) || !hosts.HoldsFiles(url))
            throw new SlackCallException(method, new SlackFailure.TargetGone(), "not_held_by_slack");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens().Bot);
        await InTimeAsync(method, stop => FetchAsync(request, file, into, longest, stop), cancellation);
    }

    private async Task FetchAsync(HttpRequestMessage request, SlackFile file, Stream into, long longest, CancellationToken cancellation)
    {
        var method = SlackMethod.FilesInfo;
        using var response = await SendAsync(method, request, cancellation);
        // Instead of refusing a token Slack shows a page to sign in.
        if (response.Content.Headers.ContentType?.MediaType == "text/html" && file.Mimetype != "text/html")
            throw new SlackCallException(method, new SlackFailure.Configuration("files:read", null), "token_not_accepted");
        await using var source = await response.Content.ReadAsStreamAsync(cancellation);
        await CopyAsync(source, into, longest, cancellation);
    }

    private static async Task CopyAsync(Stream source, Stream into, long longest, CancellationToken cancellation)
    {
        var piece = new byte[Piece];
        for (long copied = 0; await source.ReadAsync(piece, cancellation) is > 0 and var read;)
        {
            copied += read;
            if (copied > longest) throw new SlackCallException(SlackMethod.FilesInfo, new SlackFailure.TargetGone(), "file_too_long");
            await into.WriteAsync(piece.AsMemory(0, read), cancellation);
        }
    }

    private async Task InTimeAsync(SlackMethod method, Func<CancellationToken, Task> transfer, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            await transfer(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SlackCallException(method, new SlackFailure.Ambiguous("no end in time"), "timeout");
        }
        catch (IOException broken)
        {
            throw new SlackCallException(method, new SlackFailure.Ambiguous("connection lost"), "connection_lost", broken);
        }
    }

    // Moving bytes shows nobody anything: it may be done again.
    private static SlackFailure FailureOf(HttpStatusCode status) =>
        status >= HttpStatusCode.InternalServerError || status == HttpStatusCode.TooManyRequests ? new SlackFailure.Transient("the file store cannot just now") : new SlackFailure.Unknown();

    private async Task<HttpResponseMessage> SendAsync(SlackMethod method, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode) return response;
            using (response) throw new SlackCallException(method, FailureOf(response.StatusCode), $"http_{(int)response.StatusCode}");
        }
        catch (HttpRequestException broken)
        {
            throw new SlackCallException(method, new SlackFailure.Ambiguous("connection lost"), "connection_failed", broken);
        }
    }
}
