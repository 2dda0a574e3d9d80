using System.Text;
using System.Text.Json;
using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Slack.Markup;

/// <summary>The words of blocks and attachments, as Slack markup: apps often put nothing into <c>text</c>.</summary>
internal static class BlockText
{
    /// <summary>One line for each block; empty where they hold no words.</summary>
    public static string OfBlocks(JsonElement blocks) => Lines(blocks.Items().Select(OfBlock));

    public static string OfAttachments(JsonElement attachments) => Lines(attachments.Items().Select(OfAttachment));

    private static string OfBlock(JsonElement block) => block.Text("type") == "rich_text"
        ? Lines(block.Property("elements").Items().Select(Rich))
        : Lines([TextObject(block.Property("text")), Parts(block.Property("fields")), Parts(block.Property("elements"))]);

    private static string OfAttachment(JsonElement attachment)
    {
        var own = Lines(
        [
            attachment.Text("pretext"),
            attachment.Text("title"),
            attachment.Text("text"),
            .. attachment.Property("fields").Items().Select(Field),
            OfBlocks(attachment.Property("blocks")),
        ]);
        return own.Length > 0 ? own : attachment.Text("fallback") is { } fallback && fallback != "[no preview available]" ? fallback : "";
    }

    private static string Field(JsonElement field) =>
        string.Join(": ", new[] { field.Text("title"), field.Text("value") }.Where(part => !string.IsNullOrWhiteSpace(part)));

    // A context's elements are text objects themselves; a button's label is an offer to click and not something said.
    private static string Parts(JsonElement parts) =>
        Lines(parts.Items().Where(part => part.Text("type") is "mrkdwn" or "plain_text").Select(TextObject));

    private static string TextObject(JsonElement text) => text.ValueKind == JsonValueKind.String ? text.Text() ?? ""
        : text.Text("type") == "plain_text" ? Mrkdwn.Escape(text.Text("text") ?? "")
        : text.Text("text") ?? "";

    /// <summary>A list holds sections, a section holds spans.</summary>
    private static string Rich(JsonElement element)
    {
        var inner = element.Property("elements").Items();
        return element.Text("type") == "rich_text_list"
            ? Lines(inner.Select(item => $"• {Rich(item)}"))
            : inner.Aggregate(new StringBuilder(), (text, span) => text.Append(Span(span))).ToString();
    }

    private static string Span(JsonElement span) => span.Text("type") switch
    {
        "text" => Mrkdwn.Escape(span.Text("text") ?? ""),
        "user" => $"<@{span.Text("user_id")}>",
        "channel" => $"<#{span.Text("channel_id")}>",
        "usergroup" => $"<!subteam^{span.Text("usergroup_id")}>",
        "broadcast" => $"<!{span.Text("range")}>",
        "emoji" => $":{span.Text("name")}:",
        "date" => Mrkdwn.Escape(span.Text("fallback") ?? ""),
        "link" => span.Text("text") is { Length: > 0 } label ? $"<{span.Text("url")}|{Mrkdwn.Escape(label)}>" : $"<{span.Text("url")}>",
        _ => "",
    };

    private static string Lines(IEnumerable<string?> parts) => string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
