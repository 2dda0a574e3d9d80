using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Matching;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>The one message about a request: which procedure fits, how sure that is, what happened the last times, what can be done. At most six lines.</summary>
internal static class MatchCard
{
    private const int MostPast = 2;
    private const int MostSteps = 3;
    private const int LongestStep = 60;

    public static SlackMessage Render(MatchView one) => new(Headline(one), [new Section(Headline(one)), .. Facts(one), Buttons(one)]);

    /// <summary>For one person alone, with why the others are not told.</summary>
    public static SlackMessage Whisper(MatchView one, WhisperReason why) => new(Headline(one), [new Section(Headline(one)), .. Facts(one), new Context(Because(why)), Buttons(one)]);

    /// <summary>Folded up, until when.</summary>
    public static SlackMessage Snoozed(MatchView one, UserId by, DateTimeOffset until) => new(Mrkdwn.Of($"Snoozed: {SopText.Name(one.Found.Sop)}"),
    [
        new Section(Mrkdwn.Of($"{SopText.Name(one.Found.Sop)}: {by} snoozed this until {until:time}."))
        {
            Accessory = new Button(MatchActions.Wake, PlainText.Of($"Show now")) { Value = MatchActions.Key(one.Thread) },
        },
    ]);

    /// <summary>"very likely, 97 %".</summary>
    public static Mrkdwn Sureness(double confidence) => confidence >= 1
        ? Mrkdwn.Of($"a person chose it")
        : Mrkdwn.Of($"{Words(confidence)}, {Plainly.Percent(confidence)}");

    private static string Words(double confidence) => confidence switch
    {
        >= 0.98 => "almost certainly",
        >= 0.95 => "very likely",
        >= 0.8 => "likely",
        _ => "perhaps",
    };

    private static Mrkdwn Headline(MatchView one) => one.Next is { } next
        ? Mrkdwn.Of($"This may be {SopText.Name(one.Found.Sop)} ({Sureness(one.Confidence)}), or {SopText.Name(next.Sop)}")
        : Mrkdwn.Of($"This looks like {SopText.Name(one.Found.Sop)} ({Sureness(one.Confidence)})");

    private static IEnumerable<Block> Facts(MatchView one)
    {
        yield return new Context(Steps(one.Found.Procedure));
        if (one.Past.Count > 0)
            yield return new Context(Mrkdwn.Of($"Before: {Mrkdwn.Join(Mrkdwn.Of($" · "), [.. one.Past.Take(MostPast).Select(past => Mrkdwn.Of($"{past.Link} {past.Ending}"))])}"));
    }

    private static Mrkdwn Steps(Procedure procedure)
    {
        // Those on every way through: of two that exclude each other neither.
        var steps = procedure.Steps.Where(step => !step.Optional && procedure.Flow.Demands(step.Id)).DefaultIfEmpty(procedure.Steps[0]).Take(MostSteps).Select(step => Mrkdwn.Of($"{new UntrustedText(step.Title).OnOneLine().Fit(LongestStep)}")).ToList();
        var usual = procedure.MedianSeconds is { } seconds ? Mrkdwn.Of($", usually {Plainly.Duration(seconds)}") : Mrkdwn.Of($"");
        var more = procedure.Steps.Count > steps.Count ? Mrkdwn.Of($" → …") : Mrkdwn.Of($"");
        return Mrkdwn.Of($"{procedure.Steps.Count} steps{usual}: {Mrkdwn.Join(Mrkdwn.Of($" → "), steps)}{more}");
    }

    private static Actions Buttons(MatchView one) => new(
    [
        new Button(MatchActions.Start, one.Next is null ? PlainText.Of($"Start") : PlainText.Of($"Start SOP {one.Found.Sop.Number}")) { Value = MatchActions.Key(one.Thread, one.Found.Sop.SopId.ToString()), Style = ButtonStyle.Primary },
        .. one.Next is { } next
            ? [new Button(MatchActions.Start.Numbered(2), PlainText.Of($"Start SOP {next.Sop.Number}")) { Value = MatchActions.Key(one.Thread, next.Sop.SopId.ToString()) }]
            : Array.Empty<IActionElement>(),
        new Button(MatchActions.NotThisOne, one.Next is null ? PlainText.Of($"Not this one") : PlainText.Of($"Neither")) { Value = MatchActions.Key(one.Thread) },
        new Button(MatchActions.Why, PlainText.Of($"Why?")) { Value = MatchActions.Key(one.Thread) },
        new Overflow(MatchActions.More,
        [
            new(PlainText.Of($"Snooze for an hour"), MatchActions.Key(one.Thread, MatchActions.Snooze)),
            new(PlainText.Of($"Stop in this thread"), MatchActions.Key(one.Thread, MatchActions.Stop)),
        ]),
    ]);

    public static Mrkdwn Because(WhisperReason why) => why switch
    {
        WhisperReason.Unsure => Mrkdwn.Of($"Only you see this: I am not sure enough to say it aloud."),
        WhisperReason.Outsiders => Mrkdwn.Of($"Only you see this: guests or people of other companies read this channel. An admin can let me post here: `/sop open`."),
        WhisperReason.NotForAll => Mrkdwn.Of($"Only you see this: not everybody in this channel may read this procedure."),
        _ => Mrkdwn.Of($"Only you see this: the procedure is new. When a few cases were started with it, I show it to everybody."),
    };
}
