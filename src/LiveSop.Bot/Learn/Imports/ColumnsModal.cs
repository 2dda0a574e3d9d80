using System.Globalization;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>Which column of a CSV is what, chosen by whoever brought it.</summary>
internal static class ColumnsModal
{
    public static readonly SlackAction Callback = new("import.columns.view");

    private static readonly SlackAction Menu = new("import.column");
    private static readonly PlainText Heading = PlainText.Of($"Columns");

    /// <summary>What was chosen: places in the header; null for none.</summary>
    internal sealed record Form(int? Time, int? Case, int? Activity, int? Text, int? Author)
    {
        public static Form Of(SlackView view) => new(At(view, nameof(Time)), At(view, nameof(Case)), At(view, nameof(Activity)), At(view, nameof(Text)), At(view, nameof(Author)));

        public ColumnNames In(IReadOnlyList<string> header)
        {
            string? Name(int? at) => at is { } index && index < header.Count ? header[index] : null;
            return Activity is not null
                ? new() { Time = Name(Time), Case = Name(Case), Activity = Name(Activity), Resource = Name(Author) }
                : new() { Time = Name(Time), Thread = Name(Case), Text = Name(Text), Author = Name(Author) };
        }

        private static int? At(SlackView view, string block) => int.TryParse(view.State[block].AsText, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
    }

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Fetching the columns …"));

    public static Modal Gone() => Say(Mrkdwn.Of($"This file was confirmed or discarded already. Give it to me again to read it otherwise."));

    /// <summary>A log is of deeds or of words; each needs some columns. Said at the field, before anything is stored.</summary>
    public static SubmissionAnswer Answer(SlackPayload.ViewSubmission submitted) => Form.Of(submitted.View) switch
    {
        { Activity: null, Text: null } => Error(nameof(Form.Activity), "Choose the column with what was done, or below the one with what was said."),
        { Activity: not null, Text: not null } => Error(nameof(Form.Text), "A log is of what was done or of what was said: leave one of the two empty."),
        { Activity: not null, Case: null } => Error(nameof(Form.Case), "A log of what was done needs the column that tells which case it was."),
        { Text: not null, Author: null } => Error(nameof(Form.Author), "A log of what was said needs the column that tells who said it."),
        _ => new SubmissionAnswer.Close(),
    };

    public static Modal Render(ImportRow row)
    {
        var plan = ImportPlan.Read(row.Columns);
        var options = plan.Header.Index().Select(one => new Option(PlainText.Of($"{(UntrustedText)one.Item}"), ActionKey.Of(one.Index.ToString(CultureInfo.InvariantCulture)))).ToList();
        Option? Chosen(string? name) => name is null ? null : options.ElementAtOrDefault(plan.Header.ToList().IndexOf(name));
        Input Field(PlainText label, string block, string? chosen, bool optional) => new(label, new StaticSelect(Menu, options) { InitialOption = Chosen(chosen) }) { BlockId = block, Optional = optional };
        return new(Callback, Heading,
        [
            new Section(Mrkdwn.Of($"Which column of *{row.Name}* is what?")),
            Field(PlainText.Of($"When"), nameof(Form.Time), plan.Columns.Time, optional: false),
            Field(PlainText.Of($"Which case"), nameof(Form.Case), plan.Columns.Case ?? plan.Columns.Thread, optional: true),
            Field(PlainText.Of($"What was done"), nameof(Form.Activity), plan.Columns.Activity, optional: true),
            Field(PlainText.Of($"What was said"), nameof(Form.Text), plan.Columns.Text, optional: true),
            Field(PlainText.Of($"Who"), nameof(Form.Author), plan.Columns.Resource ?? plan.Columns.Author, optional: true),
        ], PlainText.Of($"Read it so"))
        {
            Close = PlainText.Of($"Cancel"),
            PrivateMetadata = ActionKey.Of(row.ImportId.ToString()).Value,
        };
    }

    private static Modal Say(Mrkdwn text) => new(Callback, Heading, [new Section(text)]) { Close = PlainText.Of($"Close") };

    private static SubmissionAnswer.Errors Error(string block, string text) => new(new Dictionary<string, string> { [block] = text });
}
