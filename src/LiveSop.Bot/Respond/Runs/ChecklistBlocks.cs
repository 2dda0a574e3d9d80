using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Running;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>The lines of a checklist: what can be done now has a button, the rest is read. Titles and conditions are people's text and stand where nothing is parsed, or escaped.</summary>
internal static class ChecklistBlocks
{
    /// <summary>More things to do at once than a message has buttons for are read like the rest; checking one brings up the next.</summary>
    private const int MostButtons = 12;

    private const int LongestWay = 60;

    public static IEnumerable<Block> Of(RunView one)
    {
        var (read, buttons) = (new List<RichLine>(), 0);
        foreach (var line in one.List.Lines)
        {
            if (buttons < MostButtons && Pressed(one, line) is { } block)
            {
                buttons++;
                if (Flushed(read) is { } before) yield return before;
                yield return block;
            }
            else if (Read(one, line) is { } text) read.Add(text);
        }
        if (Flushed(read) is { } rest) yield return rest;
    }

    private static RichText? Flushed(List<RichLine> read)
    {
        if (read.Count == 0) return null;
        var text = new RichText(Rich.Paragraph($"{read.Aggregate((all, line) => RichLine.Of($"{all}\n{line}"))}"));
        read.Clear();
        return text;
    }

    private static Block? Pressed(RunView one, ChecklistLine line) => line switch
    {
        ChecklistLine.Step { State: StepState.Next } step => new Section(Mrkdwn.Of($"{Indent(line)}:black_small_square: {(UntrustedText)step.What.Title}{Facts(step)}"))
        {
            Accessory = new Button(RunActions.Check, PlainText.Of($"Done")) { Value = RunActions.Key(one.Row.RunId, step.What.Id), AccessibilityLabel = PlainText.Of($"Done: {step.What.Title}") },
        },
        ChecklistLine.Choice { State: ChoiceState.Now } choice => new Actions(
            [.. choice.Ways.Take(5).Select((way, i) => new Button(RunActions.Choose.Numbered(i + 1), Way(way)) { Value = RunActions.Key(one.Row.RunId, way.Key, way.Branch) })]),
        ChecklistLine.Loop { MayRepeat: true } loop => new Actions([new Button(RunActions.Repeat, PlainText.Of($"Once more")) { Value = RunActions.Key(one.Row.RunId, loop.Key) }]),
        _ => null,
    };

    private static PlainText Way(ChecklistLine.Way way) => way.When is { } when
        ? PlainText.Of($"If {new UntrustedText(when).OnOneLine().Fit(LongestWay)}")
        : way.HasSteps ? PlainText.Of($"Way {way.Branch + 1}") : PlainText.Of($"Neither");

    private static Mrkdwn Facts(ChecklistLine.Step step)
    {
        var owner = step.What.Owner is { } who ? Mrkdwn.Of($" · {(UntrustedText)who}") : Mrkdwn.Of($"");
        return step.What.Optional ? Mrkdwn.Of($"{owner} · if needed") : owner;
    }

    private static RichLine? Read(RunView one, ChecklistLine line) => line switch
    {
        ChecklistLine.Step { State: StepState.Done, Mark: { } mark } step => RichLine.Of($"{Indent(line)}{new Emoji("white_check_mark")} {(UntrustedText)step.What.Title} · {new UserId(mark.By)}{(mark.How == How.Seen ? " (seen in the thread)" : "")}"),
        ChecklistLine.Step { State: StepState.Skipped, Mark: { } mark } step => RichLine.Of($"{Indent(line)}– {(UntrustedText)step.What.Title:italic} · skipped by {new UserId(mark.By)}"),
        ChecklistLine.Step { State: StepState.Next or StepState.Later } step => RichLine.Of($"{Indent(line)}○ {(UntrustedText)step.What.Title}{(step.What.Optional ? " · if needed" : "")}"),
        ChecklistLine.Choice { State: ChoiceState.Later } => RichLine.Of($"{Indent(line)}One of:"),
        ChecklistLine.Way { When: { } when } way when way.IsChosen || IsOpen(one, way) => RichLine.Of($"{Indent(line)}If {(UntrustedText)when:italic}:"),
        ChecklistLine.AnyOrder => RichLine.Of($"{Indent(line)}In any order:"),
        _ => null,
    };

    /// <summary>Nobody has chosen yet; of a choice that was made only the chosen way is read.</summary>
    private static bool IsOpen(RunView one, ChecklistLine.Way way) => one.List.Lines.OfType<ChecklistLine.Choice>().Any(choice => choice.Key == way.Key && choice.State is (ChoiceState.Now or ChoiceState.Later));

    // Three no-break blanks a level, as in procedures.
    private static UntrustedText Indent(ChecklistLine line) => new(new string('\u00A0', 3 * line.Depth));
}
