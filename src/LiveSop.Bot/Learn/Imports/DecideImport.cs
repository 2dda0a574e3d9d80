using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>What its owner decides about a file: to learn from it, to read its columns otherwise, to drop it. Decided once: a second press changes nothing.</summary>
internal sealed class DecideImport(Authorities authorities) : ISlackHandler<SlackPayload.BlockActions>, ISlackHandler<SlackPayload.ViewSubmission>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var pressed = payload.Actions.FirstOrDefault(one => one.ActionId is not null && !ImportActions.Space.Is(one.ActionId));
        var row = ImportActions.Of(pressed?.Value.AsText) is { } id ? await OfferedAsync(context, payload.Actor.User, id, stop) : null;
        if (pressed is not null && ImportActions.Columns.Is(pressed.ActionId))
            await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(row is null ? ColumnsModal.Gone() : ColumnsModal.Render(row))), stop);
        else if (row is not null && ImportActions.Confirm.Is(pressed!.ActionId)) await ConfirmAsync(row, payload.State[ImportCard.Choices].AsText, context, stop);
        else if (row is not null) await DiscardAsync(row, context, stop);
    }

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        if (ImportActions.Of(payload.View.PrivateMetadata) is not { } id || await OfferedAsync(context, payload.Actor.User, id, stop) is not { } row) return;
        var plan = ImportPlan.Read(row.Columns);
        row.Columns = (plan with { Columns = ColumnsModal.Form.Of(payload.View).In(plan.Header) }).Write();
        await context.Unit.Db.SaveChangesAsync(stop);
        await context.Jobs.AddAsync($"look-again:{context.Key}", new Job.LookAgain(row.ImportId), stop);
    }

    private static Task<ImportRow?> OfferedAsync(SlackContext context, UserId user, Guid id, CancellationToken stop) =>
        context.Unit.Db.Imports.FirstOrDefaultAsync(one => one.ImportId == id && one.UserId == user && one.State == ImportState.Offered, stop);

    private async Task ConfirmAsync(ImportRow row, string? chosen, SlackContext context, CancellationToken stop)
    {
        var offered = await ImportSpaces.OfAsync(context, authorities, row.UserId, stop);
        if (offered.Chosen(chosen) is not { } space)
        {
            await context.Effects.AddAsync($"refused:{context.Key}", new Effect.Direct(row.UserId, ImportCard.Say(offered.Refusal ?? Mrkdwn.Of($"You may not bring files into that space any more. Choose another, or ask one of its admins for the role of an editor."))), stop);
            return;
        }
        (row.State, row.SpaceId) = (ImportState.Confirmed, space.SpaceId);
        await context.Unit.Db.SaveChangesAsync(stop);
        await context.Jobs.AddAsync($"import:{row.ImportId}", new Job.MineImport(row.ImportId), stop);
        await context.Effects.AddAsync($"{ImportActions.Card(row.ImportId)}:begun", new Effect.Edit(null, ImportActions.Card(row.ImportId), ImportCard.Begun(row, space.Name)), stop);
    }

    private static async Task DiscardAsync(ImportRow row, SlackContext context, CancellationToken stop)
    {
        (row.State, row.Content) = (ImportState.Discarded, null);
        await context.Unit.Db.SaveChangesAsync(stop);
        await context.Effects.AddAsync($"{ImportActions.Card(row.ImportId)}:discarded", new Effect.Edit(null, ImportActions.Card(row.ImportId), ImportCard.Discarded(row)), stop);
    }
}
