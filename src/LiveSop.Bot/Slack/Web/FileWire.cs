using System.Net.Http.Headers;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>The bytes of files, which travel outside the Web API's methods.</summary>
internal sealed class FileWire(HttpClient http, Func<SlackTokens> tokens, SlackHosts hosts)
{
    private const int Piece = 81_920;

    /// <param name="url">From <c>files.getUploadURLExternal</c>: it is a secret, and needs no token.</param>
    public async Task UploadAsync(Uri url, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var method = SlackMethod.FilesGetUploadUrlExternal;
        if (!hosts.HoldsFiles(url)) throw new SlackCallException(method, new SlackFailure.Unknown(), "foreign_host");
        using var bytes = new ReadOnlyMemoryContent(content);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await SendAsync(method, new HttpRequestMessage(HttpMethod.Post, url) { Content = bytes }, cancellation);
    }

    public async Task DownloadAsync(SlackFile file, Stream into, long longest, CancellationToken cancellation)
    {
        var method = SlackMethod.FilesInfo;
        if (!Uri.TryCreate(file.Download, UriKind.Absolute, out var url)) throw new SlackCallException(method, new SlackFailure.TargetGone(), "no_download");
        if (!hosts.HoldsFiles(url)) throw new SlackCallException(method, new SlackFailure.TargetGone(), "foreign_host");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens().Bot);
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

    private async Task<HttpResponseMessage> SendAsync(SlackMethod method, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode) return response;
            using (response) throw new SlackCallException(method, new SlackFailure.Unknown(), $"http_{(int)response.StatusCode}");
        }
        catch (HttpRequestException broken)
        {
            throw new SlackCallException(method, new SlackFailure.Ambiguous("connection lost"), "connection_failed", broken);
        }
    }
}
