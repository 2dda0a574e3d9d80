using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Library;

/// <summary>“Evidence”: for each step the latest messages that show it, as far as the presser may read them now.</summary>
internal sealed class ShowEvidence : ISlackHandler<SlackPayload.BlockActions>
{
    private static readonly SlackAction callback = new("sop.evidence.view");
    private static readonly PlainText title = PlainText.Of($"Evidence");

    private const int LinksEach = 3;

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Fetching the evidence …"));

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var content = await OpenSop.FindAsync(payload, SopActions.Evidence, context, stop) is { } shelved ? await ReadAsync(shelved, payload.Actor.User, context, stop) : SopModal.Gone();
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private static async Task<Modal> ReadAsync(Shelved shelved, Slack.UserId viewer, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, viewer), stop);
        var rows = await context.Unit.Db.Evidence.AsNoTracking().Where(one => one.SopId == shelved.Sop.SopId).ToListAsync(stop);
        var links = await Permalinks.OfAsync(context.Unit, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return Render(shelved.Procedure, rows, links);
    }

    private static Modal Render(Procedure procedure, List<EvidenceRow> rows, Permalinks? links) => new(callback, title, View.Fit(
    [
        new Header(PlainText.Of($"{procedure.Title}")),
        .. procedure.Steps.Select(step => new Section(Step(step, [.. rows.Where(row => row.StepId == step.Id)], links))),
        new Context(Mrkdwn.Of($"Only messages that you may read are counted and linked here.")),
    ]))
    {
        Close = PlainText.Of($"Close"),
    };

    private static Mrkdwn Step(ProcedureStep step, List<EvidenceRow> rows, Permalinks? links)
    {
        var cases = rows.Select(row => row.CaseId).Distinct(StringComparer.Ordinal).Count();
        var latest = rows.OrderByDescending(row => row.Ts, StringComparer.Ordinal).DistinctBy(row => row.CaseId)
            .Select((row, at) => links?.Of(row.Place, row.Ts, $"message {at + 1}")).OfType<WebLink>().Take(LinksEach).Select(link => Mrkdwn.Of($"{link}")).ToList();
        if (rows.Count == 0) return Mrkdwn.Of($"*{(UntrustedText)step.Title}*\n{(step.Support.Cases == 0 ? Mrkdwn.Of($"added by hand; no case shows it yet") : Mrkdwn.Of($"nothing that you may read shows it"))}");
        return latest.Count == 0
            ? Mrkdwn.Of($"*{(UntrustedText)step.Title}*\n{Plainly.Cases(cases)}")
            : Mrkdwn.Of($"*{(UntrustedText)step.Title}*\n{Plainly.Cases(cases)}, the latest: {Mrkdwn.Join(Mrkdwn.Of($", "), latest)}");
    }

    private static Modal Say(Mrkdwn text) => new(callback, title, [new Section(text)]) { Close = PlainText.Of($"Close") };
}
