using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>A <c>rich_text</c> block: sections, lists with their depth, quotes and code.</summary>
internal sealed class RichTextView(Reader reader)
{
    private const int DepthWidth = 4;

    public IRenderable Show(JsonElement block) => new Rows(block.Items("elements").Select(Part));

    private IRenderable Part(JsonElement part) => part.Text("type") switch
    {
        "rich_text_list" => List(part),
        "rich_text_quote" => MrkdwnText.Quote(Runs(part)),
        "rich_text_preformatted" => MrkdwnText.Code(string.Concat(part.Items("elements").Select(run => run.Text("text") ?? run.Text("url")))),
        _ => Runs(part),
    };

    private Rows List(JsonElement list)
    {
        var isOrdered = list.Text("style") == "ordered";
        var depth = (int)Math.Clamp(list.Number("indent") ?? 0, 0, 8);
        return new(list.Items("elements").Select((item, i) =>
        {
            var bullet = isOrdered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1 + (list.Number("offset") ?? 0)}. ") : "• ";
            return (IRenderable)Margin.Of(depth * DepthWidth + 1, new Margin(bullet, new string(' ', bullet.Length), Ink.Dim, Runs(item)));
        }));
    }

    private Paragraph Runs(JsonElement section)
    {
        var words = new Words();
        foreach (var run in section.Items("elements")) Write(run, Look(run), words);
        return words.Paragraph();
    }

    private void Write(JsonElement run, Style style, Words words)
    {
        switch (run.Text("type"))
        {
            case "user": words.Add($"@{reader.Name(run.Text("user_id") ?? "")}", style.Combine(Ink.Mention)); break;
            case "channel": words.Add($"#{reader.Name(run.Text("channel_id") ?? "")}", style.Combine(Ink.Mention)); break;
            case "usergroup": words.Add($"@{reader.Name(run.Text("usergroup_id") ?? "")}", style.Combine(Ink.Mention)); break;
            case "broadcast": words.Add($"@{run.Text("range")}", style.Combine(Ink.Mention)); break;
            case "emoji": words.Add(EmojiNames.Show(run.Text("name") ?? ""), style); break;
            case "link": MrkdwnTokens.Link(run.Text("url") ?? "", run.Text("text"), style, words); break;
            case "date": words.Add(Date(run), style); break;
            default: words.Add(run.Part("style")?.Is("code") == true ? $"`{run.Text("text")}`" : run.Text("text") ?? "", style); break;
        }
    }

    private string Date(JsonElement run) => run.Number("timestamp") is { } seconds
        ? SlackDate.Show(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, 100_000_000_000)), run.Text("format") ?? "{date}", reader)
        : run.Text("fallback") ?? "";

    private static Style Look(JsonElement run)
    {
        var look = Style.Plain;
        if (run.Part("style") is not { } style) return look;
        foreach (var (name, ink) in (ReadOnlySpan<(string, Style)>)[("bold", Ink.Bold), ("italic", Ink.Italic), ("strike", Ink.Strike), ("underline", Ink.Underline), ("code", Ink.Code)])
            if (style.Is(name)) look = look.Combine(ink);
        return look;
    }
}
