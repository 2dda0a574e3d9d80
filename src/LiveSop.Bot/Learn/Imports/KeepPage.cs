using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>
/// Keeps a wiki page as a draft of a space, and says where practice differs. What people do is compared as its owner may see it and told to them alone: the
/// draft is read by others, who need not have seen those cases.
/// </summary>
internal sealed class KeepPage(UnitOfWork unit, Scope.Viewer owner, DateTimeOffset now)
{
    private const int MostLines = 12;

    public async Task<SlackMessage> KeepAsync(ImportRow row, Procedure page, CancellationToken stop)
    {
        await unit.EnterAsync(owner, stop);
        var known = await KnownAsync(stop);
        await unit.EnterAsync(new Scope.Miner(owner.Workspace), stop);
        var sop = await AddAsync(row, page, stop);
        var near = NearestPractice.Of(page, [.. known.Select(one => one.Procedure)]);
        return Render(sop, page, near is { } one ? (known[one.Index], one.Practised) : null);
    }

    /// <summary>What was seen in cases, as far as its owner may read it.</summary>
    private async Task<IReadOnlyList<Shelved>> KnownAsync(CancellationToken stop)
    {
        var known = new List<Shelved>();
        foreach (var sop in await Shelf.ListAsync(unit, stop))
            if (await Shelf.ShelvedAsync(unit, sop, stop) is { Procedure.Cases: > 0 } shelved) known.Add(shelved);
        return known;
    }

    private async Task<SopRow> AddAsync(ImportRow row, Procedure page, CancellationToken stop)
    {
        await SopNumbers.LockAsync(unit, owner.Workspace, stop);
        var sop = new SopRow
        {
            WorkspaceId = owner.Workspace,
            SopId = new(Guid.CreateVersion7(now)),
            Number = await SopNumbers.NextAsync(unit, owner.Workspace, stop),
            SpaceId = row.SpaceId!.Value,
            Title = page.Title,
            State = SopState.Draft,
            Audience = SopAudience.Space,
            CreatedAt = now,
            UpdatedAt = now,
        };
        unit.Db.AddRange(sop, Draft(sop, row, page), new SopSourceRow { WorkspaceId = owner.Workspace, SopId = sop.SopId, Place = EvidencePlace.Of(sop.SpaceId) });
        await unit.Db.SaveChangesAsync(stop);
        return sop;
    }

    private DraftRow Draft(SopRow sop, ImportRow row, Procedure page) => new()
    {
        WorkspaceId = owner.Workspace,
        DraftId = new(row.ImportId),
        SopId = sop.SopId,
        Kind = DraftKind.Imported,
        State = DraftState.Found,
        Revision = 1,
        Body = ProcedureFormat.Write(page),
        Reason = $"A page that was brought: {row.Name}",
        CreatedBy = owner.User,
        CreatedAt = now,
    };

    private static SlackMessage Render(SopRow sop, Procedure page, (Shelved Known, Practised Practised)? near) => SlackMessage.Fit(Mrkdwn.Of($"SOP {sop.Number} is a draft now"),
    [
        new Section(Mrkdwn.Of($"{SopText.Name(sop)} is a draft now, {page.Steps.Count} steps. Open it to edit it, or to ask for a review."))
        {
            Accessory = new Button(SopActions.Open, PlainText.Of($"Open")) { Value = ActionKey.Of(sop.SopId.ToString()) },
        },
        .. near is var (known, practised) ? Differences(known, practised) : [new Context(Mrkdwn.Of($"I have seen no cases that it is about, so I cannot say whether people do it so."))],
    ]);

    private static IEnumerable<Block> Differences(Shelved known, Practised practised)
    {
        if (practised.Lines.Count == 0)
        {
            yield return new Section(Mrkdwn.Of($"People do what it says: see {SopText.Name(known.Sop)}, {SopText.Figures(known.Procedure)}."));
            yield break;
        }
        yield return new Section(Mrkdwn.Of($"*Where practice differs*, as {SopText.Name(known.Sop)} shows it ({SopText.Figures(known.Procedure)}). Only you see this:"));
        yield return new RichText(Rich.Bullets(practised.Lines.Take(MostLines).Select(line => RichLine.Of($"{(UntrustedText)line.Say()}"))));
        if (practised.Lines.Count > MostLines) yield return new Context(Mrkdwn.Of($"… and {practised.Lines.Count - MostLines} more."));
    }
}
