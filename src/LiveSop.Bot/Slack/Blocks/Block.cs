using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A block of a message, modal or home view. Built within Slack's limits or not at all.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(Section), "section")]
[JsonDerivedType(typeof(Context), "context")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(Actions), "actions")]
[JsonDerivedType(typeof(Input), "input")]
[JsonDerivedType(typeof(Image), "image")]
[JsonDerivedType(typeof(RichText), "rich_text")]
[JsonDerivedType(typeof(Table), "table")]
internal abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>Unique within a message or view; Slack invents one unless set.</summary>
    public BlockId? BlockId { get; init; }
}

/// <summary>A line across.</summary>
internal sealed record Divider : Block;

/// <summary>A heading, at most 150 characters.</summary>
internal sealed record Header(PlainText Text) : Block
{
    public PlainText Text { get; } = Text.Within(150, "header.text");
}

/// <summary>Buttons and menus in a row, at most 25, their actions distinct (see <see cref="SlackAction.Numbered"/>).</summary>
internal sealed record Actions(IReadOnlyList<IActionElement> Elements) : Block
{
    public IReadOnlyList<IActionElement> Elements { get; } =
        Limit.Distinct(Limit.Count(Elements, 1, 25, "actions.elements"), element => (element as Control)?.Action.Id, "actions.action_id");
}

/// <summary>A picture that Slack fetches. <paramref name="AltText"/> says what it shows, at most 2,000 characters.</summary>
internal sealed record Image(Uri ImageUrl, PlainText AltText) : Block
{
    public Uri ImageUrl { get; } = PictureAddress.Checked(ImageUrl);

    [JsonConverter(typeof(BareText))]
    public PlainText AltText { get; } = AltText.Within(2_000, "image.alt_text");

    public PlainText? Title { get; init => field = value?.Within(2_000, "image.title"); }
}
