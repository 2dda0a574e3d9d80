using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>Presses in the edit modal: each changes the working copy and shows it anew, with whatever was typed; some lay a smaller modal on top.</summary>
internal sealed class ChangeSteps(EditDesk desk) : ISlackHandler<SlackPayload.BlockActions>
{
    /// <summary>What opens on top at once.</summary>
    public static Modal? Opening(SlackPayload pressed) => pressed switch
    {
        _ when StepPress.Of(pressed) is { Deed: StepDeed.Change } => StepModal.Opening(pressed),
        SlackPayload.BlockActions actions when actions.Actions.Any(one => EditActions.Add.Is(one.ActionId)) => StepModal.Opening(pressed),
        SlackPayload.BlockActions actions when actions.Actions.Any(one => EditActions.Condition.Is(one.ActionId)) => ConditionModal.Opening(pressed),
        _ => null,
    };

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        if (payload.View is not { } view || EditKey.Of(view.PrivateMetadata) is not { } key) return;
        var laid = await desk.ResumeAsync(context, payload.Actor.User, key, stop);
        if (laid.Desk is not { } one)
        {
            await ShowAsync(context, view, EditModal.Say(laid.Refusal!), stop);
            return;
        }
        one = Typed(one, view, context);
        if (StepPress.Of(payload) is { } press && press.Deed != StepDeed.Change) await ApplyAsync(one, press, view, context, stop);
        else if (payload.Actions.Any(action => EditActions.Discard.Is(action.ActionId))) await DiscardAsync(one, view, context, stop);
        else await FillTopAsync(one, payload, context, stop);
    }

    /// <summary>What stands in the fields belongs to the copy, as far as it is one; the rest stays typed.</summary>
    public static OnDesk Typed(OnDesk one, SlackView view, SlackContext context) => EditModal.Form.Of(view) is { } form
        ? one.With(form.Edits.Aggregate(one.Copy, (copy, edit) => copy.Apply(edit) is Edited.Done done ? done.Procedure : copy), context.Now)
        : one;

    private static async Task ApplyAsync(OnDesk one, StepPress press, SlackView view, SlackContext context, CancellationToken stop)
    {
        var at = one.Copy.Steps.Index().Where(step => step.Item.Id == press.Step).Select(step => (int?)step.Index).FirstOrDefault();
        var edited = one.Copy.Apply(Edit(one.Copy, press, at));
        await ShowAsync(context, view, edited is Edited.Done done ? EditModal.Render(one.With(done.Procedure, context.Now) with { IsResumed = false }) : EditModal.Render(one, Why(edited)), stop);
    }

    private static ProcedureEdit Edit(Procedure copy, StepPress press, int? at) => (press.Deed, at) switch
    {
        (StepDeed.Up, > 1 and var place) => new ProcedureEdit.Move(press.Step, copy.Steps[place - 2].Id),
        (StepDeed.Up, _) => new ProcedureEdit.Move(press.Step, null),
        (StepDeed.Down, { } place) => new ProcedureEdit.Move(press.Step, copy.Steps[Math.Min(place + 1, copy.Steps.Count - 1)].Id),
        _ => new ProcedureEdit.Remove(press.Step),
    };

    private static async Task DiscardAsync(OnDesk one, SlackView view, SlackContext context, CancellationToken stop)
    {
        one.Row.Body = one.Row.Base;
        var copy = Storage.Sops.ProcedureFormat.Read(one.Row.Base);
        await ShowAsync(context, view, EditModal.Render(one with { Copy = copy, IsResumed = false }, Mrkdwn.Of($"Begun anew.")), stop);
    }

    private static async Task FillTopAsync(OnDesk one, SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var condition = payload.Actions.FirstOrDefault(action => EditActions.Condition.Is(action.ActionId));
        var content = condition is not null ? ConditionModal.Render(one, condition.Value.AsText ?? "") : Step(one, StepPress.Of(payload)?.Step);
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    private static Modal Step(OnDesk one, string? id) => id is null
        ? StepModal.Render(one, null)
        : one.Copy.Step(id) is { } step ? StepModal.Render(one, step) : StepModal.Say(Mrkdwn.Of($"This step is not there any more; it was removed meanwhile."));

    private static Mrkdwn Why(Edited edited) => edited is Edited.Impossible impossible ? Mrkdwn.Of($":warning: {(UntrustedText)impossible.Why}") : Mrkdwn.Of($"");

    private static Task ShowAsync(SlackContext context, SlackView view, Modal content, CancellationToken stop) =>
        context.Effects.AddAsync($"refresh:{context.Key}", new Effect.Refresh(view.Id, BlocksJson.Node<View>(content)), stop);
}
