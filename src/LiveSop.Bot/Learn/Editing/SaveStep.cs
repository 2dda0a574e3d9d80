using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>A step or a condition that was filled in on top: it goes into the working copy, and the procedure below shows it.</summary>
internal sealed class SaveStep(EditDesk desk) : ISlackHandler<SlackPayload.ViewSubmission>
{
    private const string New = "-";

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        if (ActionKey.Parts(payload.View.PrivateMetadata, 3) is not [var sop, var draft, var step] || !Guid.TryParse(sop, out var sopId) || !Guid.TryParse(draft, out var draftId)) return;
        var laid = await desk.ResumeAsync(context, payload.Actor.User, new(new SopId(sopId), new DraftId(draftId)), stop);
        if (payload.View.PreviousId is not { } below) return;
        await context.Effects.AddAsync($"refresh:{context.Key}", new Effect.Refresh(below, BlocksJson.Node<View>(laid.Desk is { } one ? Show(one, step, payload, context) : EditModal.Say(laid.Refusal!))), stop);
    }

    private static Modal Show(OnDesk one, string step, SlackPayload.ViewSubmission payload, SlackContext context) =>
        one.Copy.Apply(Edits(one.Copy, step, payload)) switch
        {
            Edited.Done done => EditModal.Render(one.With(done.Procedure, context.Now) with { IsResumed = false }),
            Edited.Impossible why => EditModal.Render(one, Mrkdwn.Of($":warning: {(UntrustedText)why.Why}")),
            _ => EditModal.Render(one),
        };

    private static IEnumerable<ProcedureEdit> Edits(Procedure copy, string step, SlackPayload.ViewSubmission payload)
    {
        if (payload.View.CallbackId == ConditionModal.Callback.Name) return [new ProcedureEdit.SetWhen(step, ConditionModal.Form.Of(payload.View).When)];
        var form = StepModal.Form.Of(payload.View);
        return step == New ? Added(copy, form, payload.Actor.User.Value) : Changed(copy, step, form);
    }

    /// <summary>Of as many cases as the others are counted in, it was seen in none yet.</summary>
    private static IEnumerable<ProcedureEdit> Added(Procedure copy, StepModal.Form form, string by)
    {
        var id = "s" + copy.NextStep.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [new ProcedureEdit.Add(form.Title, form.After, new(0, copy.Cases), by), new ProcedureEdit.SetOwner(id, form.Owner), new ProcedureEdit.SetOptional(id, form.Optional)];
    }

    private static IEnumerable<ProcedureEdit> Changed(Procedure copy, string step, StepModal.Form form)
    {
        yield return new ProcedureEdit.Reword(step, form.Title);
        yield return new ProcedureEdit.SetOwner(step, form.Owner);
        yield return new ProcedureEdit.SetOptional(step, form.Optional);
        var at = copy.Steps.Index().Where(one => one.Item.Id == step).Select(one => one.Index).DefaultIfEmpty(0).First();
        if ((at == 0 ? null : copy.Steps[at - 1].Id) != form.After) yield return new ProcedureEdit.Move(step, form.After);
    }
}
