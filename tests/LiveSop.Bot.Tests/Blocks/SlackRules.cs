using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiveSop.Bot.Tests.Blocks;

/// <summary>Slack's limits read off the JSON itself, apart from the code that builds it. Gives what is wrong, in words.</summary>
internal static partial class SlackRules
{
    private static readonly Dictionary<string, int> MostText = new()
    {
        ["header.text"] = 150,
        ["section.text"] = 3_000,
        ["section.fields"] = 2_000,
        ["context.elements"] = 3_000,
        ["input.label"] = 2_000,
        ["input.hint"] = 2_000,
        ["image.title"] = 2_000,
        ["button.text"] = 75,
        ["button.accessibility_label"] = 75,
        ["option.text"] = 75,
        ["option.description"] = 75,
        ["group.label"] = 75,
        ["confirm.title"] = 100,
        ["confirm.text"] = 300,
        ["confirm.confirm"] = 30,
        ["confirm.deny"] = 30,
        ["placeholder"] = 150,
        ["modal.title"] = 24,
        ["modal.submit"] = 24,
        ["modal.close"] = 24,
    };

    private static readonly Dictionary<string, int> MostItems = new()
    {
        ["section.fields"] = 10,
        ["context.elements"] = 10,
        ["actions.elements"] = 25,
        ["overflow.options"] = 5,
        ["checkboxes.options"] = 10,
        ["radio_buttons.options"] = 10,
        ["static_select.options"] = 100,
        ["table.rows"] = 100,
        ["modal.blocks"] = 100,
        ["home.blocks"] = 100,
        ["message.blocks"] = 50,
    };

    public static IEnumerable<string> Broken(JsonNode node, string type = "message", string field = "blocks") => node switch
    {
        JsonArray items => [.. Counted(items, type, field), .. items.SelectMany(item => Broken(item!, type, field))],
        JsonObject shape => BrokenShape(shape, type, field),
        _ => WellFormed(node, $"{type}.{field}"),
    };

    private static IEnumerable<string> BrokenShape(JsonObject shape, string type, string field)
    {
        var own = (string?)shape["type"] ?? field switch { "confirm" => "confirm", "options" or "initial_option" or "initial_options" => "option", "option_groups" => "group", _ => type };
        foreach (var problem in own is "plain_text" or "mrkdwn" ? BrokenText(shape, own, field == "placeholder" ? field : $"{type}.{field}") : BrokenOwnText(shape, own)) yield return problem;
        foreach (var (name, value) in shape)
            foreach (var problem in value is null ? [] : Broken(value, own, name)) yield return problem;
    }

    private static IEnumerable<string> BrokenText(JsonObject shape, string kind, string place)
    {
        var text = (string)shape["text"]!;
        if (string.IsNullOrWhiteSpace(text)) yield return $"{place} is blank";
        if (!MostText.TryGetValue(place, out var most)) yield return $"{place} has a text, and nothing is known of its limit";
        else if (text.Length > most) yield return $"{place} has {text.Length} characters";
        if (kind == "mrkdwn" && StrayMarkup().Match(Token().Replace(text, "")) is { Success: true } stray) yield return $"{place} holds markup that is not ours: {stray.Value} in {text}";
    }

    private static IEnumerable<string> BrokenOwnText(JsonObject shape, string own)
    {
        if ((string?)shape["type"] is "text" or "raw_text" && (string?)shape["text"] is not { Length: > 0 }) yield return $"{own} is empty";
        if (own == "image" && (string?)shape["alt_text"] is not { Length: > 0 and <= 2_000 }) yield return "image.alt_text";
        if (own == "broadcast") yield return "a mention of everybody";
        if ((string?)shape["block_id"] is { Length: > 255 } || (string?)shape["action_id"] is { Length: > 255 or 0 }) yield return $"{own}: an id is too long";
    }

    private static IEnumerable<string> Counted(JsonArray items, string type, string field)
    {
        if (items.Count == 0) yield return $"{type}.{field} is an empty list";
        if (MostItems.TryGetValue($"{type}.{field}", out var most) && items.Count > most) yield return $"{type}.{field} has {items.Count} items";
    }

    private static IEnumerable<string> WellFormed(JsonNode value, string place)
    {
        if (value.GetValueKind() != System.Text.Json.JsonValueKind.String) yield break;
        var text = (string)value!;
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))) yield return $"{place} has a control character";
        if (text.Any(letter => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))) yield return $"{place} turns the direction of writing";
    }

    // What the tests themselves fill in.
    [GeneratedRegex(@"<@U1>|<#C1>|<!subteam\^S1>|<!date\^\d+\^[^<>|]+\|[^<>]+>|<https://jira\.example/browse/A-1(\|[^<>]*)?>|&lt;|&gt;|&amp;")]
    private static partial Regex Token();

    [GeneratedRegex(@"[<>&]|(?<!\w)@(here|channel|everyone)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StrayMarkup();
}
