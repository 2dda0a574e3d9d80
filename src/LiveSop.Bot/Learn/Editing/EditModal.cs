using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>A procedure to be edited: title and trigger to type, each step with its small menu. What is pressed is kept at once; what is typed, with the next press.</summary>
internal static class EditModal
{
    public static readonly SlackAction Callback = new("edit.view");

    private static readonly SlackAction TitleField = new("edit.title");
    private static readonly SlackAction TriggerField = new("edit.trigger");
    private static readonly PlainText Heading = PlainText.Of($"Edit");

    /// <summary>What was typed.</summary>
    internal sealed record Form(string Title, string Trigger)
    {
        /// <returns>Null where the fields are not there: the skeleton.</returns>
        public static Form? Of(SlackView view) => view.State.Blocks.Any(block => BlockId.NameOf(block) == nameof(Title))
            ? new(view.State[nameof(Title)].AsText ?? "", view.State[nameof(Trigger)].AsText ?? "")
            : null;

        public IEnumerable<ProcedureEdit> Edits => [new ProcedureEdit.Retitle(Title), new ProcedureEdit.SetTrigger(Trigger)];
    }

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Fetching the procedure …"));

    public static Modal Saving() => Say(Mrkdwn.Of($"Saving …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Heading, [new Section(text)]) { Close = PlainText.Of($"Close") };

    /// <param name="notice">Something to know before going on; null for nothing.</param>
    public static Modal Render(OnDesk desk, Mrkdwn? notice = null) => new(Callback, Heading, View.Fit(
    [
        .. notice is null ? Array.Empty<Block>() : [new Section(notice)],
        .. desk.IsResumed && notice is null ? [Resumed(desk)] : Array.Empty<Block>(),
        new Input(PlainText.Of($"Title"), new PlainTextInput(TitleField) { InitialValue = desk.Copy.Title, MaxLength = Procedure.LongestTitle }) { BlockId = nameof(Form.Title) },
        new Input(PlainText.Of($"When it applies"), new PlainTextInput(TriggerField) { InitialValue = desk.Copy.Trigger, MaxLength = Procedure.LongestTrigger, Multiline = true }) { BlockId = nameof(Form.Trigger) },
        new Header(PlainText.Of($"Steps")),
        .. desk.Copy.Steps.Select((step, at) => Line(desk.Copy, step, at)),
        new Actions([new Button(EditActions.Add, PlainText.Of($"Add a step")) { Style = ButtonStyle.Primary }, new Button(EditActions.Page, PlainText.Of($"Edit as a page"))]),
        .. Conditions(desk.Copy),
    ]), PlainText.Of($"Save"))
    {
        Close = PlainText.Of($"Close"),
        PrivateMetadata = desk.Key.ToString(),
    };

    private static Section Resumed(OnDesk desk) => new(Mrkdwn.Of($"You had begun this on {desk.Row.UpdatedAt} and not saved it. You go on where you were."))
    {
        Accessory = new Button(EditActions.Discard, PlainText.Of($"Begin anew")) { Value = ActionKey.Of("discard") },
    };

    private static Section Line(Procedure procedure, ProcedureStep step, int at) => new(Mrkdwn.Of($"{at + 1}. {(UntrustedText)step.Title}{About(procedure, step)}"))
    {
        Accessory = new Overflow(EditActions.Step.Numbered(at + 1), [.. Menu(procedure, step, at)]),
    };

    private static Mrkdwn About(Procedure procedure, ProcedureStep step)
    {
        var facts = new List<Mrkdwn>();
        if (step.Optional || !procedure.Flow.Demands(step.Id)) facts.Add(Mrkdwn.Of($"if needed"));
        if (step.Owner is { } owner) facts.Add(Mrkdwn.Of($"{(UntrustedText)owner}"));
        facts.Add(step.Support.Cases > 0 ? Mrkdwn.Of($"{Plainly.Cases(step.Support)}") : Mrkdwn.Of($"added by hand"));
        return Mrkdwn.Of($"\n_{Mrkdwn.Join(Mrkdwn.Of($" · "), facts)}_");
    }

    private static IEnumerable<Option> Menu(Procedure procedure, ProcedureStep step, int at)
    {
        yield return new(PlainText.Of($"Change …"), StepPress.Key(StepDeed.Change, step.Id));
        if (at > 0) yield return new(PlainText.Of($"Move up"), StepPress.Key(StepDeed.Up, step.Id));
        if (at < procedure.Steps.Count - 1) yield return new(PlainText.Of($"Move down"), StepPress.Key(StepDeed.Down, step.Id));
        yield return new(PlainText.Of($"Remove"), StepPress.Key(StepDeed.Remove, step.Id));
    }

    private static IEnumerable<Block> Conditions(Procedure procedure)
    {
        var branches = Way.Of(procedure.Flow);
        if (branches.Count == 0) yield break;
        yield return new Header(PlainText.Of($"Conditions"));
        foreach (var (at, (first, when)) in branches.Index())
            yield return new Section(when is null
                ? Mrkdwn.Of($"_no condition yet_ → {(UntrustedText)procedure.Step(first)!.Title}")
                : Mrkdwn.Of($"If *{(UntrustedText)when}* → {(UntrustedText)procedure.Step(first)!.Title}"))
            {
                Accessory = new Button(EditActions.Condition.Numbered(at + 1), PlainText.Of($"Set")) { Value = ActionKey.Of(first) },
            };
    }
}

/// <summary>What the small menu of a step does.</summary>
internal enum StepDeed
{
    Change,
    Up,
    Down,
    Remove,
}

/// <summary>A press in the small menu of a step.</summary>
internal readonly record struct StepPress(StepDeed Deed, string Step)
{
    public static ActionKey Key(StepDeed deed, string step) => ActionKey.Of(deed.ToString(), step);

    /// <returns>Null where the payload is no such press.</returns>
    public static StepPress? Of(SlackPayload payload)
    {
        var pressed = (payload as SlackPayload.BlockActions)?.Actions.FirstOrDefault(one => EditActions.Step.Is(one.ActionId));
        return ActionKey.Parts(pressed?.Value.AsText, 2) is [var deed, var step] && Enum.TryParse<StepDeed>(deed, out var known) ? new(known, step) : null;
    }
}
