using System.Collections.Frozen;
using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>The blocks, and what each surface takes.</summary>
internal static class BlockRules
{
    private static readonly Dictionary<string, Shape> Everywhere = new(StringComparer.Ordinal)
    {
        ["section"] = Block().May("text", TextRules.Any(3000)).May("fields", Rules.List(TextRules.Any(2000), 10)).May("accessory", ElementRules.InSection)
            .May("expand", Rules.Flag).And(HasText),
        ["header"] = Block().Must("text", TextRules.Plain(150)).May("level", Rules.Whole(1, 4)),
        ["divider"] = Block(),
        ["image"] = Block().May("image_url", Rules.Text(3000)).May("slack_file", Rules.Anything).Must("alt_text", Rules.Text(2000)).May("title", TextRules.Plain(2000))
            .And(ElementRules.HasPicture),
        ["context"] = Block().Must("elements", Rules.List(InContext, 10)),
        ["actions"] = Block().Must("elements", Rules.List(ElementRules.InActions, 25)),
        ["input"] = Block().Must("label", TextRules.Plain(2000)).Must("element", ElementRules.InInput).May("hint", TextRules.Plain(2000)).May("optional", Rules.Flag)
            .May("dispatch_action", Rules.Flag),
        ["rich_text"] = RichTextRules.Block,
        ["video"] = Block().Must("alt_text", Rules.Text(2000)).Must("title", TextRules.Plain(200)).Must("video_url", Rules.Text(3000)).Must("thumbnail_url", Rules.Text(3000))
            .May("title_url", Rules.Text(3000)).May("description", TextRules.Plain(200)).May("author_name", Rules.Text(50)).May("provider_name", Rules.Text(50))
            .May("provider_icon_url", Rules.Text(3000)),
    };

    private static readonly Dictionary<string, Shape> MessagesOnly = new(StringComparer.Ordinal)
    {
        ["markdown"] = Block().Must("text", Rules.Text(12_000)),
        ["table"] = TableRules.Table,
        ["data_table"] = TableRules.DataTable,
        ["context_actions"] = Block().Must("elements", Rules.List(ElementRules.InContextActions, 5)),
        ["card"] = Card(),
        ["carousel"] = Block().Must("elements", Rules.List(Card().Check, 10)),
        ["container"] = Open("container").May("children", Rules.List(Rules.Anything, 10)),
        ["alert"] = Open("alert"),
        ["task_card"] = Open("task_card"),
        ["plan"] = Open("plan"),
        ["file"] = Block().Must("external_id", Rules.Id).Must("source", Rules.OneOf("remote")),
    };

    public static Rule InMessage { get; } = Shape.ByType(Everywhere.Concat(MessagesOnly).ToFrozenDictionary(StringComparer.Ordinal));

    public static Rule InView { get; } = Shape.ByType(Everywhere.ToFrozenDictionary(StringComparer.Ordinal));

    private static Shape Block() => new Shape().Must("type", Rules.Anything).May("block_id", Rules.Id);

    private static Shape Card() => Block()
        .May("title", TextRules.Any(150)).May("subtitle", TextRules.Any(150)).May("body", TextRules.Any(200)).May("hero_image", Rules.Anything).May("icon", Rules.Anything)
        .May("actions", Rules.List(ElementRules.InActions, 5)).May("subtext", TextRules.Any(200));

    /// <summary>New blocks whose fields are not settled: only that they are small and named right is asked.</summary>
    private static Shape Open(string type)
    {
        var shape = Block().Must("type", Rules.OneOf(type));
        foreach (var name in new[] { "text", "title", "level", "style", "elements", "children", "tasks", "task_id", "status", "details", "output", "sources", "header", "description", "actions" })
            shape.May(name, Rules.Anything);
        return shape;
    }

    private static void HasText(JsonElement section, string at, Problems problems)
    {
        if (section.Get("text") is null && section.Get("fields") is null) problems.Add("missing required field: text", at);
    }

    private static readonly Rule ContextText = TextRules.Any(3000);

    private static void InContext(JsonElement element, string at, Problems problems)
    {
        if (element.Text("type") == "image") ElementRules.Image.Check(element, at, problems);
        else ContextText(element, at, problems);
    }
}
