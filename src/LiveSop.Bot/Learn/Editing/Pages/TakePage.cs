using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Living.Pages;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Editing.Pages;

/// <summary>A page that came back: it becomes the draft as if it had been typed in the modal, or it is said line by line why not.</summary>
internal sealed class TakePage(EditDesk desk, KeepDraft keeping)
{
    private const int MostProblems = 15;

    /// <returns>What to tell whoever gave it.</returns>
    public async Task<SlackMessage> TakeAsync(SlackContext context, UserId user, PageMark mark, string text, CancellationToken stop)
    {
        // Laying a copy on the desk brings an untouched one up to date, and what the page was written of would be lost.
        var origin = await OriginAsync(context, user, mark, stop);
        if (await SopAsync(context, user, mark.Number, stop) is not { } id) return SlackMessage.Of(Mrkdwn.Of($"I know no SOP {mark.Number} that you may read, so I did nothing with this page."));
        var laid = await desk.BeginAsync(context, user, id, stop);
        if (laid.Desk is not { } one) return SlackMessage.Of(laid.Refusal!);
        if (origin is null) return SlackMessage.Of(Mrkdwn.Of($"{SopText.Name(one.Sop)} has changed since this page was written, and I do not have the state any more that you began with. Nothing was saved, and your file stays here. Press *Edit* and *Edit as a page* for a fresh page, then take your changes over."));
        return ProcedureMarkdown.Read(text, origin, user.Value) switch
        {
            PageReading.Unclear unclear => Unclear(one, unclear),
            PageReading.Understood understood => await SaveAsync(one, origin, understood.Procedure, context, stop),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    private static async Task<SopId?> SopAsync(SlackContext context, UserId user, int number, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var id = await context.Unit.Db.Sops.Where(one => one.Number == number).Select(one => (SopId?)one.SopId).FirstOrDefaultAsync(stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return id;
    }

    /// <summary>What the page was written of: their own copy, a draft or a version. Read as themselves: a mark is no permission.</summary>
    private static async Task<Procedure?> OriginAsync(SlackContext context, UserId user, PageMark mark, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var db = context.Unit.Db;
        var sop = db.Sops.Where(one => one.Number == mark.Number);
        var edits = await db.Edits.AsNoTracking().Select(one => new { one.Body, one.Base }).ToListAsync(stop);
        var drafts = await db.Drafts.Where(draft => sop.Any(one => one.SopId == draft.SopId)).Select(draft => draft.Body).ToListAsync(stop);
        var versions = await db.SopVersions.Where(version => sop.Any(one => one.SopId == version.SopId)).Select(version => version.Body).ToListAsync(stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        var body = edits.SelectMany(edit => new[] { edit.Body, edit.Base }).Concat(drafts).Concat(versions).FirstOrDefault(mark.IsOf);
        return body is null ? null : ProcedureFormat.Read(body);
    }

    private async Task<SlackMessage> SaveAsync(OnDesk one, Procedure origin, Procedure page, SlackContext context, CancellationToken stop)
    {
        var before = one.Copy;
        var merged = Merge.Of(origin, page, before);
        if (merged.Conflicts.Count > 0) return Conflicting(one.With(merged.Procedure, context.Now), merged.Conflicts);
        return await keeping.KeepAsync(one.With(merged.Procedure, context.Now), context, stop) switch
        {
            DraftKept.Decided => SlackMessage.Of(Mrkdwn.Of($"Somebody decided on this draft of {SopText.Name(one.Sop)} meanwhile, so nothing was saved. Your changes are kept: press *Edit* on the procedure to see how it is now.")),
            DraftKept.Unchanged => SlackMessage.Of(Mrkdwn.Of($"The page says what {SopText.Name(one.Sop)} says already, so nothing was saved.")),
            DraftKept.Conflicting both => Conflicting(both.Desk, both.Conflicts),
            DraftKept.Saved saved => Saved(saved, Changes.Between(before, saved.Desk.Copy)),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    private static SlackMessage Unclear(OnDesk one, PageReading.Unclear unclear) => SlackMessage.Fit(Mrkdwn.Of($"I did not understand all of the page of SOP {one.Sop.Number}"),
    [
        new Section(Mrkdwn.Of($"I did not understand all of the page of {SopText.Name(one.Sop)}, so nothing was saved. Mend these lines and give it to me again:")),
        new RichText(Rich.Bullets(unclear.Problems.Take(MostProblems).Select(problem => RichLine.Of($"{(UntrustedText)problem.Say()}")))),
        .. unclear.Problems.Count > MostProblems ? [new Context(Mrkdwn.Of($"… and {unclear.Problems.Count - MostProblems} more."))] : Array.Empty<Block>(),
    ]);

    private static SlackMessage Conflicting(OnDesk one, IReadOnlyList<Conflict> conflicts) => SlackMessage.Fit(Mrkdwn.Of($"Nothing is saved yet: SOP {one.Sop.Number} was changed meanwhile"),
    [
        new Section(Mrkdwn.Of($":warning: {SopText.Name(one.Sop)} was changed since your page was written, in the same places. Nothing is saved yet. Press *Edit*: there stands what it says now, with your other changes.\n{KeepDraft.Lines(conflicts)}")),
        new Actions([new Button(SopActions.Edit, PlainText.Of($"Edit")) { Value = ActionKey.Of(one.Sop.SopId.ToString()), Style = ButtonStyle.Primary }]),
    ]);

    private static SlackMessage Saved(DraftKept.Saved saved, IReadOnlyList<Change> changes) => SlackMessage.Fit(Mrkdwn.Of($"Saved: SOP {saved.Desk.Sop.Number}, {ChangeLines.Summary(changes)}"),
    [
        new Section(Mrkdwn.Of($"*Saved* as a draft of {SopText.Name(saved.Desk.Sop)}. {KeepDraft.Next(saved)} Your page says otherwise than before:")),
        .. ChangeLines.Of(changes),
        new Actions([new Button(SopActions.Open, PlainText.Of($"Open")) { Value = ActionKey.Of(saved.Desk.Sop.SopId.ToString()) }]),
    ]);
}
