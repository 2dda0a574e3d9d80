using LiveSop.Bot.Digest;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Home;

/// <summary>Words that were searched, and what was found by them.</summary>
internal sealed record HomeSearch(UntrustedText Words, IReadOnlyList<SopRow> Found);

/// <summary>What one person sees on the bot's own page.</summary>
/// <param name="Sops">Those that they may read: in force first, then drafts.</param>
/// <param name="Digest">Null where the person is not known yet.</param>
/// <param name="Search">Null where nothing was searched.</param>
internal sealed record HomeContent(Concerns Concerns, IReadOnlyList<SopRow> Sops, DigestSetting? Digest, HomeSearch? Search);

/// <summary>The bot's own page in Slack, as one person sees it.</summary>
internal static class HomePage
{
    private const int MostDecisions = 8;
    private const int MostLines = 8;
    private const int MostFound = 8;
    private const int MostListed = 25;
    private const int LongestWords = 100;

    /// <param name="bot">By which people invite it.</param>
    public static HomeView Render(HomeContent content, UserId bot) => new(View.Fit(
    [
        new Header(PlainText.Of($"LiveSOP")),
        new Input(PlainText.Of($"Search the procedures"), new PlainTextInput(HomeActions.Search)
        {
            Placeholder = PlainText.Of($"Words, then Enter"),
            MaxLength = LongestWords,
            DispatchActionConfig = new([DispatchMoment.OnEnterPressed]),
        }) { BlockId = nameof(HomeContent.Search), DispatchAction = true, Optional = true },
        .. content.Search is { } search ? Results(search) : [],
        new Divider(),
        .. Concerning(content.Concerns),
        .. Listed(content.Sops, bot),
        .. content.Digest is { } digest ? new Block[] { new Divider(), Setting(digest) } : [],
        new Context(Mrkdwn.Of($"I find the procedures that your team really follows, in the channels that I am invited to. `/sop help` lists what I can do.")),
    ]));

    private static IEnumerable<Block> Results(HomeSearch search) => search.Found.Count == 0
        ? [new Section(Mrkdwn.Of($"No procedure that you may read speaks of “{search.Words}”. Try fewer or other words."))]
        : [new Section(Mrkdwn.Of($"Procedures about “{search.Words}”, the nearest first:")), .. search.Found.Take(MostFound).Select(ListSops.Line)];

    private static List<Block> Concerning(Concerns concerns)
    {
        List<Block> blocks =
        [
            .. ConcernBlocks.Decisions(concerns.Decisions, MostDecisions), .. ConcernBlocks.Changes(concerns.Changes, MostLines), .. ConcernBlocks.Ageing(concerns.Ageing, MostLines),
        ];
        return blocks.Count > 0 ? blocks : [new Section(Mrkdwn.Of($"Nothing waits for you."))];
    }

    private static IEnumerable<Block> Listed(IReadOnlyList<SopRow> sops, UserId bot)
    {
        if (sops.Count == 0) return [new Section(Mrkdwn.Of($"There is no procedure yet that you may read. Type `/invite` and {bot} in a channel where your team solves its cases, then `/sop mine` there."))];
        return [.. Part(Mrkdwn.Of($"*In force*"), [.. sops.Where(one => one.State == SopState.Published)]), .. Part(Mrkdwn.Of($"*Drafts, not approved yet*"), [.. sops.Where(one => one.State != SopState.Published)])];
    }

    private static IEnumerable<Block> Part(Mrkdwn heading, List<SopRow> sops)
    {
        if (sops.Count == 0) return [];
        IEnumerable<Block> lines = [new Section(heading), .. sops.Take(MostListed).Select(ListSops.Line)];
        return sops.Count > MostListed ? lines.Append(new Context(Mrkdwn.Of($"… and {sops.Count - MostListed} more: search for them, or type `/sop list`."))) : lines;
    }

    private static Section Setting(DigestSetting digest) => new(digest.IsOn
        ? Mrkdwn.Of($"*Your digest* comes on weekdays at {digest.Hour} by your clock, where there is news.")
        : Mrkdwn.Of($"*Your digest* does not come. It tells once a day what waits for you and what changed."))
    {
        Accessory = new Button(DigestActions.Change, PlainText.Of($"Change the hour")),
    };
}
