using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiveSop.Bot.Sources.Jira;

/// <summary>An Atlassian document (ADF) as plain text, a line for each paragraph, item and row.</summary>
internal static class DocumentText
{
    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static string Read(JsonElement document)
    {
        var text = new StringBuilder();
        Append(text, document);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement node)
    {
        if (Inline(node, node.Property("attrs")) is { } inline) text.Append(inline);
        else AppendBlock(text, node.Text("type"), node);
    }

    /// <summary>Null where the node is no part of a line.</summary>
    private static string? Inline(JsonElement node, JsonElement attributes) => node.Text("type") switch
    {
        "text" => Linked(node),
        "hardBreak" => "\n",
        "mention" => $"@{(attributes.Text("text") ?? Unknown.Name).TrimStart('@')}",
        "emoji" => attributes.Text("text") ?? attributes.Text("shortName") ?? "",
        "status" => attributes.Text("text") ?? "",
        "date" => Day(attributes.Text("timestamp")) ?? "",
        "inlineCard" or "blockCard" or "embedCard" => attributes.Text("url") ?? "",
        "media" or "mediaInline" => Plain.Name(attributes.Text("alt")) is { } name ? $"[file: {name}]" : "[file]",
        _ => null,
    };

    private static void AppendBlock(StringBuilder text, string? type, JsonElement node)
    {
        var children = node.Property("content").Items();
        switch (type)
        {
            case "listItem" or "taskItem" or "decisionItem":
                AppendLine(text, $"- {string.Concat(children.Select(Read)).Trim()}");
                break;
            case "tableRow":
                AppendLine(text, string.Join(" | ", children.Select(cell => Read(cell).Trim().Replace('\n', ' '))));
                break;
            case "paragraph" or "heading" or "codeBlock" or "mediaSingle":
                AppendLine(text, string.Concat(children.Select(Read)));
                break;
            default:
                foreach (var child in children) Append(text, child);
                break;
        }
    }

    private static void AppendLine(StringBuilder text, string line)
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
        text.Append(line).Append('\n');
    }

    private static string Linked(JsonElement node)
    {
        var text = node.Text("text") ?? "";
        var link = node.Property("marks").Items().FirstOrDefault(mark => mark.Text("type") == "link").Property("attrs").Text("href");
        return link is null || link == text ? text : $"{text} ({link})";
    }

    private static string? Day(string? timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < LastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : timestamp;
}
