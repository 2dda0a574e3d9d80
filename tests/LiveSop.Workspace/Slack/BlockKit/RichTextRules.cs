using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>The <c>rich_text</c> block.</summary>
internal static class RichTextRules
{
    private const int MostElements = 1000;
    private const int LongestText = 3000;

    private static readonly Rule Style = new Shape()
        .May("bold", Rules.Flag).May("italic", Rules.Flag).May("strike", Rules.Flag).May("code", Rules.Flag).May("underline", Rules.Flag)
        .May("highlight", Rules.Flag).May("client_highlight", Rules.Flag).May("unlink", Rules.Flag).Check;

    private static readonly Rule Inline = Shape.ByType(new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["text"] = Piece().Must("text", Rules.Text(LongestText)),
        ["link"] = Piece().Must("url", Rules.Text(3000)).May("text", Rules.Text(LongestText)).May("unsafe", Rules.Flag),
        ["user"] = Piece().Must("user_id", Rules.Id),
        ["usergroup"] = Piece().Must("usergroup_id", Rules.Id),
        ["channel"] = Piece().Must("channel_id", Rules.Id),
        ["team"] = Piece().Must("team_id", Rules.Id),
        ["emoji"] = Piece().Must("name", Rules.Id).May("unicode", Rules.Id).May("skin_tone", Rules.Whole(1, 6)),
        ["broadcast"] = Piece().Must("range", Rules.OneOf("here", "channel", "everyone")),
        ["date"] = Piece().Must("timestamp", Rules.Whole(0, 99_999_999_999)).Must("format", Rules.Text(300)).May("url", Rules.Text(3000)).May("fallback", Rules.Text(300)),
        ["color"] = Piece().Must("value", Rules.Text(30)),
    });

    private static readonly Shape Section = new Shape().Must("type", Rules.Anything).Must("elements", Rules.List(Inline, MostElements, least: 0));

    private static readonly Rule Part = Shape.ByType(new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["rich_text_section"] = Section,
        ["rich_text_list"] = new Shape().Must("type", Rules.Anything).Must("style", Rules.OneOf("bullet", "ordered")).May("indent", Rules.Whole(0, 8))
            .May("offset", Rules.Whole(0, 1_000_000)).May("border", Rules.Whole(0, 1)).Must("elements", Rules.List(Section.Check, MostElements)),
        ["rich_text_preformatted"] = new Shape().Must("type", Rules.Anything).May("border", Rules.Whole(0, 1)).May("language", Rules.Id).Must("elements", Rules.List(OnlyText, MostElements, least: 0)),
        ["rich_text_quote"] = new Shape().Must("type", Rules.Anything).May("border", Rules.Whole(0, 1)).Must("elements", Rules.List(Inline, MostElements, least: 0)),
    });

    public static Shape Block { get; } = new Shape().Must("type", Rules.OneOf("rich_text")).May("block_id", Rules.Id).Must("elements", Rules.List(Part, MostElements));

    private static Shape Piece() => new Shape().Must("type", Rules.Anything).May("style", Style);

    private static void OnlyText(JsonElement piece, string at, Problems problems)
    {
        if (piece.Text("type") is "text" or "link") Inline(piece, at, problems);
        else problems.Add($"unsupported type: {piece.Text("type")}", $"{at}/type");
    }
}
