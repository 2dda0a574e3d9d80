using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>A file to show.</summary>
/// <param name="AltText">What a screen reader says of a picture, at most 1,000 characters; null for other files.</param>
internal sealed record OutgoingFile(string Name, ReadOnlyMemory<byte> Content, string? Title = null, string? AltText = null);

internal sealed class FileMethods(SlackApi api, FileWire wire)
{
    /// <summary>Stores a file and shows it. The message that shows it comes later, as an event.</summary>
    /// <param name="comment">What to say with it, in Slack's markup, escaped.</param>
    public async Task<SlackFile> ShareAsync(OutgoingFile file, PostedIn where, string? comment = null, CancellationToken cancellation = default)
    {
        var id = await UploadAsync(file, cancellation);
        return await ShowAsync(id, file.Title ?? file.Name, where, comment, cancellation)
            ?? new SlackFile(id, file.Name, file.Title, null, file.Content.Length, null, MustAsk: true);
    }

    /// <summary>Shows what was uploaded, once for each call.</summary>
    /// <returns>Null where Slack does not say how it looks.</returns>
    public async Task<SlackFile?> ShowAsync(string fileId, string title, PostedIn where, string? comment = null, CancellationToken cancellation = default)
    {
        var files = new JsonArray(new JsonObject { ["id"] = fileId, ["title"] = title });
        var form = new Form().WithJson("files", files).With("channel_id", where.Channel).With("thread_ts", where.Thread).With("initial_comment", comment);
        var answer = await api.CallAsync(SlackMethod.FilesCompleteUploadExternal, form, cancellation);
        return SlackFile.All(answer.Body.Get("files"u8)) is [var shown, ..] ? shown : null;
    }

    public async Task<SlackFile> InfoAsync(string fileId, CancellationToken cancellation = default) =>
        SlackFile.Read((await api.CallAsync(SlackMethod.FilesInfo, new Form().With("file", fileId), cancellation)).Body.Get("file"u8));

    /// <summary>Copies a file that Slack holds.</summary>
    /// <param name="longest">In bytes; a longer file is refused.</param>
    /// <exception cref="SlackCallException">It is not Slack's to give, too long, or the token may not read it.</exception>
    public Task DownloadAsync(SlackFile file, Stream into, long longest, CancellationToken cancellation = default) =>
        wire.DownloadAsync(file, into, longest, cancellation);

    /// <summary>Stores a file where nobody sees it until <see cref="ShowAsync"/>; Slack forgets what is never shown.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> UploadAsync(OutgoingFile file, CancellationToken cancellation)
    {
        var form = new Form().With("filename", file.Name).With("length", file.Content.Length).With("alt_txt", file.AltText);
        var answer = await api.CallAsync(SlackMethod.FilesGetUploadUrlExternal, form, cancellation);
        if (answer.Body.Id("file_id"u8) is not { } id || !Uri.TryCreate(answer.Body.Words("upload_url"u8), UriKind.Absolute, out var url))
            throw new SlackCallException(SlackMethod.FilesGetUploadUrlExternal, new SlackFailure.Unknown(), "no_upload_url");
        await wire.UploadAsync(url, file.Content, cancellation);
        return id;
    }
}

/// <summary>Where to show something: a channel, or a thread of it.</summary>
internal sealed record PostedIn(ChannelId Channel, MessageTs? Thread = null);
