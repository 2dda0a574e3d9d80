using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>A file that somebody brought, as they see it: what it is, and what is to become of it.</summary>
internal static class ImportCard
{
    /// <summary>The block with the menu of spaces.</summary>
    public const string Choices = "Space";

    private const int LongestQuote = 300;
    private const int MostLines = 6;
    private const int MostShown = 10;

    public static SlackMessage HowTo() => SlackMessage.Of(Mrkdwn.Of(
        $"Give me the file in our direct messages: a CSV log (case, activity, time; or time, author, text), Jira's CSV or JSON export, or a page of your wiki as Markdown. I show you what I understood, and learn nothing from it before you confirm. At most {Imported.MostMegabytes} MB."));

    /// <param name="spaces">In which its owner may bring files; at least one.</param>
    public static SlackMessage Render(ImportRow row, ImportPreview preview, IReadOnlyList<SpaceRow> spaces) => preview switch
    {
        ImportPreview.Log log => SlackMessage.Fit(Mrkdwn.Of($"{row.Name}: {log.What}"), [.. OfLog(row, log), .. Decide(row, spaces, canConfirm: true)]),
        ImportPreview.Page page => SlackMessage.Fit(Mrkdwn.Of($"{row.Name}: a page"), [.. OfPage(row, page), .. Decide(row, spaces, canConfirm: true)]),
        ImportPreview.ColumnsUnknown => SlackMessage.Fit(Mrkdwn.Of($"{row.Name}: which column is what?"),
        [
            new Section(Mrkdwn.Of($"*{row.Name}* is a CSV, and its header does not tell me which column is what. Name the columns, and I show you what I read then.")),
            new Context(Mrkdwn.Of($"Its columns: {Mrkdwn.Join(Mrkdwn.Of($", "), [.. ImportPlan.Read(row.Columns).Header.Select(name => Mrkdwn.Of($"{(UntrustedText)name}"))], 30)}")),
            .. Decide(row, spaces, canConfirm: false),
        ]),
        ImportPreview.Unusable bad => Unusable(row.Name, bad.Why),
        _ => throw new InvalidOperationException(preview.GetType().Name),
    };

    public static SlackMessage Say(Mrkdwn text) => SlackMessage.Of(text);

    public static SlackMessage Unusable(UntrustedText name, UntrustedText why) => SlackMessage.Of(Mrkdwn.Of($"I cannot use *{name}*, and kept nothing of it. {why}"));

    /// <summary>The columns that were named do not fit; others may.</summary>
    public static SlackMessage Again(ImportRow row, UntrustedText why) => SlackMessage.Fit(Mrkdwn.Of($"{row.Name} cannot be read so"), [new Section(Mrkdwn.Of($"*{row.Name}* cannot be read so. {why}")), .. Decide(row, [], canConfirm: false)]);

    public static SlackMessage Begun(ImportRow row, UntrustedText space) => SlackMessage.Of(Mrkdwn.Of($"*{row.Name}* belongs to the space “{space}” now. Looking for procedures in it …"));

    public static SlackMessage Discarded(ImportRow row) => SlackMessage.Of(Mrkdwn.Of($"*{row.Name}* was discarded; I kept nothing of it."));

    public static SlackMessage Done(ImportRow row) => SlackMessage.Of(Mrkdwn.Of($"*{row.Name}* was read. What I found stands below."));

    public static SlackMessage GivenUp(ImportRow row) => SlackMessage.Of(Mrkdwn.Of($"I could not learn from *{row.Name}*: something went wrong on my side, several times. Whoever runs me finds the reason in my log; give me the file again to try again."));

    /// <summary>ONE ranked list.</summary>
    public static SlackMessage Found(ImportRow row, Discoveries found, IReadOnlyList<Kept> kept) => kept.Count == 0
        ? SlackMessage.Of(Mrkdwn.Of($"*No procedure found in {row.Name}.* {Findings.Sentence(found)}"))
        : SlackMessage.Fit(Mrkdwn.Of($"{kept.Count} procedures in {row.Name}"),
        [
            new Section(kept.Count == 1 ? Mrkdwn.Of($"*1 procedure* recurs in {row.Name}.") : Mrkdwn.Of($"*{kept.Count} procedures* recur in {row.Name}, the most frequent first.")),
            .. kept.Take(MostShown).Select(CandidateCard.Line),
            new Context(Mrkdwn.Of($"{Findings.Sentence(found)}{(kept.Count > MostShown ? " `/sop list` shows the rarer ones." : "")}")),
        ]);

    private static IEnumerable<Block> OfLog(ImportRow row, ImportPreview.Log log)
    {
        yield return new Section(Mrkdwn.Of($"*{row.Name}* is {log.What}{(log.Cases > 0 ? $"; it holds {Plainly.Cases(log.Cases)}" : "")}. {log.Read[0]}"));
        if (log.Columns.Count > 0) yield return new Section(Mrkdwn.Of($"Columns taken: {Mrkdwn.Join(Mrkdwn.Of($", "), [.. log.Columns.Select(one => Mrkdwn.Of($"{one.Role} = *{(UntrustedText)one.Header}*"))])}"));
        yield return new RichText([Rich.Paragraph($"It begins:"), .. log.First.Select(text => Rich.Quote($"{new UntrustedText(text).OnOneLine().Fit(LongestQuote)}"))]);
        if (log.Read.Count > 1) yield return new Context(Mrkdwn.Join(Mrkdwn.Of($" "), [.. log.Read.Skip(1).Select(sentence => Mrkdwn.Of($"{(UntrustedText)sentence}"))], MostLines));
    }

    private static IEnumerable<Block> OfPage(ImportRow row, ImportPreview.Page page)
    {
        var procedure = page.Reading.Procedure!;
        yield return new Section(Mrkdwn.Of($"*{row.Name}* is a page: I read it as “{(UntrustedText)procedure.Title}”, {procedure.Steps.Count} steps. Confirmed, it becomes a draft, and I tell you where practice differs."));
        foreach (var block in ProcedureLines.Of(procedure)) yield return block;
        if (page.Reading.Problems.Count > 0)
            yield return new Context(Mrkdwn.Join(Mrkdwn.Of($" "), [.. page.Reading.Problems.Select(problem => Mrkdwn.Of($"{(UntrustedText)problem.Say()}"))], MostLines));
    }

    private static IEnumerable<Block> Decide(ImportRow row, IReadOnlyList<SpaceRow> spaces, bool canConfirm)
    {
        var key = ActionKey.Of(row.ImportId.ToString());
        var options = spaces.Take(Offered.InMenu).Select(space => new Option(PlainText.Of($"{(UntrustedText)space.Name}"), ActionKey.Of(space.SpaceId.ToString()))).ToList();
        if (canConfirm) yield return new Section(Mrkdwn.Of($"To which space does it belong? Its people may see what is found in it."));
        var plan = ImportPlan.Read(row.Columns);
        List<IActionElement> elements = [];
        if (canConfirm) elements.AddRange([new StaticSelect(ImportActions.Space, options) { InitialOption = options[0] }, new Button(ImportActions.Confirm, PlainText.Of($"Confirm")) { Value = key, Style = ButtonStyle.Primary }]);
        if (plan.Header.Count > 0) elements.Add(new Button(ImportActions.Columns, PlainText.Of($"Name the columns")) { Value = key });
        elements.Add(new Button(ImportActions.Discard, PlainText.Of($"Discard")) { Value = key });
        yield return new Actions(elements) { BlockId = Choices };
    }
}
