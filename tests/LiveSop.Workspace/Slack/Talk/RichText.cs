using System.Text.Json;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>The <c>rich_text</c> block that Slack's own client sends along with what a person types.</summary>
internal static class RichText
{
    public static void Write(Utf8JsonWriter json, Message message)
    {
        json.WriteStartArray("blocks");
        json.WriteStartObject();
        json.WriteString("type", "rich_text");
        json.WriteString("block_id", message.Ts.AsSpan(message.Ts.Length - 5));
        json.WriteStartArray("elements");
        json.WriteStartObject();
        json.WriteString("type", "rich_text_section");
        json.WriteStartArray("elements");
        Elements(json, message.Text);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Elements(Utf8JsonWriter json, string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            var end = close < 0 ? text.Length : open;
            if (end > at) Element(json, "text", "text", Unescaped(text[at..end]));
            if (close < 0) return;
            Token(json, text[(open + 1)..close]);
            at = close + 1;
        }
    }

    private static void Token(Utf8JsonWriter json, string token)
    {
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        var head = bar < 0 ? token : token[..bar];
        if (head.StartsWith('@')) Element(json, "user", "user_id", head[1..]);
        else if (head.StartsWith('#')) Element(json, "channel", "channel_id", head[1..]);
        else if (head.StartsWith("!subteam^", StringComparison.Ordinal)) Element(json, "usergroup", "usergroup_id", head[9..]);
        else if (head.StartsWith('!')) Element(json, "broadcast", "range", head[1..]);
        else Link(json, Unescaped(head), bar < 0 ? null : Unescaped(token[(bar + 1)..]));
    }

    private static void Element(Utf8JsonWriter json, string type, string field, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString(field, value);
        json.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter json, string url, string? label)
    {
        json.WriteStartObject();
        json.WriteString("type", "link");
        json.WriteString("url", url);
        if (label is not null) json.WriteString("text", label);
        json.WriteEndObject();
    }

    private static string Unescaped(string text) => text.Contains('&', StringComparison.Ordinal)
        ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
        : text;
}
