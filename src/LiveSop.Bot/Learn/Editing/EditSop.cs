using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>“Edit”, on a procedure, on a card under review, or as <c>/sop edit</c>: the modal opened at once and is filled with a working copy.</summary>
internal sealed class EditSop(EditDesk desk) : ISlackHandler<SlackPayload.BlockActions>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop) =>
        await OpenAsync(context, payload.Actor.User, await SopAsync(payload, context, stop), stop);

    /// <summary>Only where one procedure was named: otherwise there is nothing to open.</summary>
    public static Modal? Opening(SlackPayload.SlashCommand typed) =>
        CommandText.Parse(typed.Text, DateOnly.MaxValue) is SopCommand.Edit ? EditModal.Opening(typed) : null;

    public async Task AnswerAsync(SopReference reference, Asker asker, CancellationToken stop)
    {
        var found = await asker.ReadAsync(unit => Shelf.FindAsync(unit, reference, stop), stop);
        if (found is Lookup.One one) await OpenAsync(asker.Context, asker.User, one.Found.Sop.SopId, stop);
        else await FillAsync(asker.Context, EditModal.Say(found is Lookup.Several
            ? Mrkdwn.Of($"Several procedures are called so. `/sop list` shows their numbers; type `/sop edit NUMBER`.")
            : Mrkdwn.Of($"I know no procedure of that name or number that you may read. `/sop list` shows those you may.")), stop);
    }

    private async Task OpenAsync(SlackContext context, UserId user, SopId? sop, CancellationToken stop)
    {
        var laid = sop is { } id ? await desk.BeginAsync(context, user, id, stop) : new(null, null);
        await FillAsync(context, laid.Desk is { } one ? EditModal.Render(one) : EditModal.Say(laid.Refusal ?? Mrkdwn.Of($"This procedure is not there any more.")), stop);
    }

    private static Task FillAsync(SlackContext context, Modal content, CancellationToken stop) =>
        context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);

    private static async Task<SopId?> SopAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var pressed = payload.Actions.FirstOrDefault(one => SopActions.Edit.Is(one.ActionId) || ReviewActions.Edit.Is(one.ActionId));
        if (pressed is not null && ReviewActions.Edit.Is(pressed.ActionId))
            return DraftKey.Of(pressed.Value.AsText) is { Draft: var draft } ? await context.Unit.Db.Drafts.Where(one => one.DraftId == draft).Select(one => (SopId?)one.SopId).FirstOrDefaultAsync(stop) : null;
        return ActionKey.Parts(pressed?.Value.AsText, 1) is [var key] && Guid.TryParse(key, out var id) ? new SopId(id) : null;
    }
}
