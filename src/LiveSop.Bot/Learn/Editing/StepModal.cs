using System.Globalization;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>One step to be changed or added, on top of the procedure.</summary>
internal static class StepModal
{
    public static readonly SlackAction Callback = new("edit.step.view");

    private static readonly SlackAction Words = new("edit.step.title");
    private static readonly SlackAction Person = new("edit.step.owner");
    private static readonly SlackAction Needed = new("edit.step.optional");
    private static readonly SlackAction Place = new("edit.step.after");
    private static readonly PlainText Heading = PlainText.Of($"Step");
    private static readonly Option ifNeeded = new(PlainText.Of($"Only if needed"), ActionKey.Of("optional"));
    private static readonly Option first = new(PlainText.Of($"At the beginning"), ActionKey.Of("-"));

    /// <summary>What was filled in.</summary>
    /// <param name="After">The id of a step; null for the beginning.</param>
    internal sealed record Form(string Title, string? Owner, bool Optional, string? After)
    {
        public static Form Of(SlackView view) => new(
            view.State[nameof(Title)].AsText ?? "",
            view.State[nameof(Owner)].AsText,
            view.State[nameof(Optional)] is InputValue.Options { Values.Count: > 0 },
            view.State[nameof(After)].AsText is { } after && after != "-" ? after : null);
    }

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Fetching the step …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Heading, [new Section(text)]) { Close = PlainText.Of($"Back") };

    /// <param name="step">Null for a new one.</param>
    public static Modal Render(OnDesk desk, ProcedureStep? step) => new(Callback, Heading,
    [
        new Input(PlainText.Of($"What is done"), new PlainTextInput(Words) { InitialValue = step?.Title, MaxLength = ProcedureStep.LongestTitle, Placeholder = PlainText.Of($"Ask for the order number"), FocusOnLoad = true }) { BlockId = nameof(Form.Title) },
        new Input(PlainText.Of($"Who does it"), new PlainTextInput(Person) { InitialValue = step?.Owner, MaxLength = ProcedureStep.LongestOwner, Placeholder = PlainText.Of($"A role or a team") }) { BlockId = nameof(Form.Owner), Optional = true },
        new Input(PlainText.Of($"Always?"), new Checkboxes(Needed, [ifNeeded]) { InitialOptions = step?.Optional == true ? [ifNeeded] : null }) { BlockId = nameof(Form.Optional), Optional = true },
        new Input(PlainText.Of($"It comes after"), After(desk.Copy, step)) { BlockId = nameof(Form.After) },
    ], PlainText.Of($"Done"))
    {
        Close = PlainText.Of($"Back"),
        PrivateMetadata = ActionKey.Of(desk.Sop.SopId.ToString(), desk.Row.DraftId.ToString(), step?.Id ?? "-").Value,
    };

    private static StaticSelect After(Procedure procedure, ProcedureStep? step)
    {
        var at = step is null ? procedure.Steps.Count : procedure.Steps.Index().First(one => one.Item.Id == step.Id).Index;
        var before = at == 0 ? null : procedure.Steps[at - 1].Id;
        var options = procedure.Steps.Index().Where(one => one.Item.Id != step?.Id)
            .Select(one => new Option(PlainText.Of($"{(one.Index + 1).ToString(CultureInfo.InvariantCulture)}. {one.Item.Title}"), ActionKey.Of(one.Item.Id))).Prepend(first).ToList();
        return new(Place, options) { InitialOption = options.FirstOrDefault(option => option.Value.Value == before) ?? first };
    }

    /// <summary>A step needs words: said at the field, before anything is stored.</summary>
    public static Slack.Handlers.SubmissionAnswer Answer(SlackPayload.ViewSubmission submitted) => string.IsNullOrWhiteSpace(Form.Of(submitted.View).Title)
        ? new Slack.Handlers.SubmissionAnswer.Errors(new Dictionary<string, string> { [nameof(Form.Title)] = "Say what is done, in a few words." })
        : new Slack.Handlers.SubmissionAnswer.Close();
}
