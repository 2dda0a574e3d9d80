using System.Text.Json;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>What a message says: its text, else what its app put elsewhere; and the names of its files, never their links.</summary>
internal sealed class MessageText(Mrkdwn mrkdwn)
{
    /// <summary>Empty where nothing was said and no file shown.</summary>
    public string Of(ExportMessage message) =>
        Plain.Text(string.Join('\n', Files(message).Select(Note).Prepend(mrkdwn.Resolve(Raw(message)))));

    public static int FileCount(ExportMessage message) => Files(message).Count();

    private static string Raw(ExportMessage message)
    {
        if (message.Subtype == "file_comment" && message.Comment.Text("comment") is { Length: > 0 } comment) return comment;
        if (!string.IsNullOrWhiteSpace(message.Text)) return message.Text;
        var blocks = BlockText.OfBlocks(message.Blocks);
        return blocks.Length > 0 ? blocks : BlockText.OfAttachments(message.Attachments);
    }

    private static IEnumerable<JsonElement> Files(ExportMessage message) => message.Subtype == "file_comment" ? []
        : message.Files.Items().Append(message.File).Where(IsThere);

    private static bool IsThere(JsonElement file) => file.ValueKind == JsonValueKind.Object && file.Text("mode") != "tombstone";

    private static string Note(JsonElement file) =>
        Plain.Name(file.Text("name")) is { } name || (name = Plain.Name(file.Text("title"))) is not null ? $"[file: {name}]" : "[file]";
}
