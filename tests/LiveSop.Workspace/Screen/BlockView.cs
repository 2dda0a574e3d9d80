using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>Blocks as a reader sees them.</summary>
/// <param name="errors">What is wrong with a form's fields, by block id.</param>
internal sealed class BlockView(Reader reader, Pressables pressables, IReadOnlyDictionary<string, string>? errors = null)
{
    private readonly MrkdwnText mrkdwn = new(reader);
    private readonly RichTextView rich = new(reader);
    private readonly ElementView elements = new(reader, pressables);

    /// <summary>With an empty line between the fields of a form.</summary>
    public bool IsAiry { get; init; }

    public IRenderable Show(IEnumerable<JsonElement> blocks, Place place) => new Rows(blocks.SelectMany((block, i) =>
    {
        var shown = One(block, place with { BlockId = block.Text("block_id") });
        return IsAiry && i > 0 && block.Text("type") == "input" ? [new Text(""), shown] : (IEnumerable<IRenderable>)[shown];
    }));

    private IRenderable One(JsonElement block, Place place) => block.Text("type") switch
    {
        "header" => new Words().Add(block.Words("text") ?? "", Ink.Bold.Combine(Ink.Underline)).Paragraph(),
        "section" => Section(block, place),
        "context" => Context(block),
        "divider" => new Rule { Style = Ink.Dim },
        "actions" => elements.Show(block.Items("elements"), place),
        "input" => Input(block, place),
        "image" => Picture(block),
        "rich_text" => rich.Show(block),
        "table" => new TableView(reader).Show(block),
        "markdown" => new Words().Add(block.Text("text") ?? "").Paragraph(),
        var other => new Words().Add($"(a block that this screen does not know: {other})", Ink.Dim).Paragraph(),
    };

    private Rows Section(JsonElement block, Place place)
    {
        var parts = new List<IRenderable>();
        if (block.Part("text") is { } text) parts.Add(Text(text));
        if (block.Part("fields") is not null) parts.Add(Fields([.. block.Items("fields")]));
        if (block.Part("accessory") is { } accessory) parts.Add(elements.Show([accessory], place));
        return new(parts);
    }

    private Grid Fields(List<JsonElement> fields)
    {
        var grid = new Grid().AddColumn(new GridColumn().PadLeft(0).PadRight(3)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var pair in fields.Chunk(2)) grid.AddRow(Text(pair[0]), pair.Length > 1 ? Text(pair[1]) : new Text(""));
        return grid;
    }

    private IRenderable Text(JsonElement text, Style? style = null) => text.Text("type") == "mrkdwn"
        ? mrkdwn.Show(text.Text("text") ?? "", style)
        : new Words().Add(text.Text("text") ?? "", style).Paragraph();

    private Rows Context(JsonElement block) => new(block.Items("elements").Select(element => element.Text("type") == "image"
        ? new Words().Add($"▣ {element.Text("alt_text")}", Ink.Dim).Paragraph()
        : Text(element, Ink.Dim)));

    private static Rows Picture(JsonElement block)
    {
        var words = new Words().Add($"▣ {block.Words("title") ?? block.Text("alt_text")}", Ink.Italic);
        var address = new Words().Add(block.Text("image_url") ?? block.Part("slack_file")?.Text("url") ?? "", Ink.Dim);
        return new(address.IsEmpty ? [words.Paragraph()] : [words.Paragraph(), address.Paragraph()]);
    }

    private Rows Input(JsonElement block, Place place)
    {
        var label = new Words().Add(block.Words("label") ?? "", Ink.Bold);
        if (block.Is("optional")) label.Add(" (optional)", Ink.Dim);
        var parts = new List<IRenderable> { label.Paragraph() };
        if (block.Part("element") is { } element) parts.Add(Margin.Of(2, elements.Show([element], place)));
        if (errors?.GetValueOrDefault(place.BlockId ?? "") is { } wrong) parts.Add(Margin.Of(2, new Words().Add($"! {wrong}", Ink.Wrong).Paragraph()));
        if (block.Words("hint") is { } hint) parts.Add(Margin.Of(2, new Words().Add(hint, Ink.Dim).Paragraph()));
        return new(parts);
    }
}
