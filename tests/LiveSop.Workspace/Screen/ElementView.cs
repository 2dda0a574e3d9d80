using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>Buttons, menus and fields, each with the number to press it by.</summary>
internal sealed class ElementView(Reader reader, Pressables pressables)
{
    private const int MostOptions = 5;

    /// <summary>Elements beside each other; what has options in view stands below.</summary>
    public IRenderable Show(IEnumerable<JsonElement> elements, Place place)
    {
        var beside = new List<(string, Style)>();
        var below = new List<IRenderable>();
        foreach (var element in elements)
        {
            if (IsInView(element)) below.Add(Choices(element, place));
            else beside.Add((Face(element, place), Look(element)));
        }
        return new Rows(beside.Count > 0 ? [new Flow(beside), .. below] : below);
    }

    private static bool IsInView(JsonElement element) => element.Text("type") is "checkboxes" or "radio_buttons";

    private static Style Look(JsonElement element) => element.Text("style") switch
    {
        "primary" => Ink.Primary,
        "danger" => Ink.Danger,
        _ => element.Text("type") == "image" ? Ink.Dim : Ink.Press,
    };

    private string Face(JsonElement element, Place place)
    {
        if (element.Text("type") == "image") return $"▣ {Printable.Line(element.Text("alt_text") ?? "")}";
        var label = Printable.Line(Label(element));
        return $"{pressables.Add(number => new Pressable.Control(number, label, element, null, place))} {label}";
    }

    private string Label(JsonElement element) => element.Text("type") switch
    {
        "button" => EmojiText(element.Words("text") ?? "") + (element.Text("url") is null ? "" : " ↗"),
        "overflow" => $"⋯ {Options(element)}",
        "datepicker" => $"{element.Text("initial_date") ?? Hint(element, "a day")} ▾",
        "timepicker" => $"{element.Text("initial_time") ?? Hint(element, "a time")} ▾",
        "datetimepicker" => $"{(element.Number("initial_date_time") is { } at ? SlackDate.Show(DateTimeOffset.FromUnixTimeSeconds(at), "{date_short} {time}", reader) : "a day and time")} ▾",
        { } type when type.EndsWith("_select", StringComparison.Ordinal) => $"{Chosen(element) ?? Hint(element, "choose")} ▾{(element.Part("options") is null ? "" : $" {Options(element)}")}",
        "file_input" => "add files",
        "rich_text_input" => Hint(element, "write"),
        _ => Typed(element),
    };

    private string? Chosen(JsonElement element)
    {
        var chosen = element.EnumerateObject().Where(field => field.Name.StartsWith("initial_", StringComparison.Ordinal))
            .SelectMany(field => field.Value.ValueKind == JsonValueKind.Array ? field.Value.EnumerateArray().ToArray() : [field.Value])
            .Select(value => value.ValueKind == JsonValueKind.String ? reader.Name(value.GetString()!) : value.Words("text"))
            .OfType<string>().ToList();
        return chosen.Count == 0 ? null : string.Join(", ", chosen);
    }

    private static string Typed(JsonElement element) => element.Text("initial_value") is { Length: > 0 } value ? $"▏{value}" : $"▏({Hint(element, "empty")})";

    private static string Hint(JsonElement element, string otherwise) => element.Words("placeholder") ?? otherwise;

    private static string Options(JsonElement element)
    {
        var texts = element.Items("options").Select(option => option.Words("text") ?? "").ToList();
        var rest = texts.Count > MostOptions ? $" · … {texts.Count - MostOptions} more" : "";
        return texts.Count == 0 ? "" : $"({string.Join(" · ", texts.Take(MostOptions))}{rest})";
    }

    private Rows Choices(JsonElement element, Place place)
    {
        var chosen = element.Items("initial_options").Prepend(element.Part("initial_option") ?? default).Select(option => option.Text("value")).OfType<string>().ToHashSet();
        var isRadio = element.Text("type") == "radio_buttons";
        return new(element.Items("options").Select(option =>
        {
            var label = Printable.Line(option.Words("text") ?? "");
            var isOn = chosen.Contains(option.Text("value") ?? "");
            var number = pressables.Add(n => new Pressable.Control(n, label, element, option, place));
            var words = new Words().Add($"{number} {(isRadio, isOn) switch { (true, true) => "(•)", (true, false) => "( )", (false, true) => "[x]", _ => "[ ]" }} ", Ink.Press).Add(label);
            if (option.Words("description") is { } more) words.Add($"  {more}", Ink.Dim);
            return (IRenderable)words.Paragraph();
        }));
    }

    private static string EmojiText(string text) => string.Concat(text.Split(' ').Select((word, i) =>
        (i == 0 ? "" : " ") + (word is [':', _, .., ':'] ? EmojiNames.Show(word[1..^1]) : word)));
}
