using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Commands.Checkup;

/// <summary>What is lacking, each with what to do about it; then how far each channel has been read.</summary>
internal static class CheckupCard
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    private const int MostNamed = 5;

    public static SlackMessage Render(WorkspaceCheckup checkup)
    {
        var lacks = Lacks(checkup).ToList();
        var verdict = lacks.Count == 0 ? Mrkdwn.Of($":white_check_mark: Nothing is lacking, as far as I can see from inside.") : lacks.Count == 1 ? Mrkdwn.Of($"One thing to look after:") : Mrkdwn.Of($"{lacks.Count} things to look after:");
        return SlackMessage.Fit(verdict,
        [
            new Section(verdict),
            .. lacks.Select(lack => new Section(Mrkdwn.Of($":warning: {lack}"))),
            new Divider(),
            new Context(Mrkdwn.Join(Mrkdwn.Of($"\n"), [.. Reading(checkup)], 25)),
            new Context(Mrkdwn.Of($"From outside (tokens, scopes, database, backups), whoever runs me checks with `./livesop doctor`.")),
        ]);
    }

    private static IEnumerable<Mrkdwn> Lacks(WorkspaceCheckup checkup) =>
    [
        .. checkup.Channels.Count + checkup.HiddenChannels == 0 ? [Mrkdwn.Of($"*I am in no channel,* so there is nothing to learn from. Type `/invite` and my name where your team solves its cases.")] : Array.Empty<Mrkdwn>(),
        .. checkup.Channels.Where(one => one.Reading is { State: ReadingState.BrokenOff }).Select(one => Mrkdwn.Of($"*The history of {one.Channel} was not read to its end:* {(UntrustedText)(one.Reading!.StateReason ?? "it could not be read any more")}. Remove me from it and invite me again; I go on from there.")),
        .. checkup.SpacesWithoutApprover.Select(space => Mrkdwn.Of($"*Nobody approves* in the space “{(UntrustedText)space}”: drafts of it stay drafts. Make somebody an approver with `/sop settings`.")),
        .. checkup.Reviews.Where(one => one.Blind.Count > 0 || one.Able.Count == 0).Select(Unseen),
        .. checkup.Reviews.Where(one => one.Able.Count > 0 && checkup.Now - one.Since > Patience).Select(one => Mrkdwn.Of($"*{Name(one)} has waited since {one.Since:date}.* Ask {Names(one.Able)} to approve or reject; the card lies in their conversation with me.")),
        .. checkup.Parked.All == 0 ? Array.Empty<Mrkdwn>() : [Parked(checkup.Parked)],
        .. checkup.Unknown == 0 ? Array.Empty<Mrkdwn>() : [Mrkdwn.Of($"*{checkup.Unknown} members of channels I am in are unknown to me,* so I show them nothing. I read the directory of people when I start; if they stay unknown, restart me.")],
    ];

    private static Mrkdwn Unseen(ReviewCheck one) => (one.Able.Count, one.Blind.Count) switch
    {
        (0, 0) => Mrkdwn.Of($"*{Name(one)} waits for a decision, and its space has no approver.* Make somebody one with `/sop settings`."),
        (0, _) => Mrkdwn.Of($"*{Name(one)} waits for a decision, and no approver may read it.* Invite {Names(one.Blind)} to the channels that it was mined from."),
        _ => Mrkdwn.Of($"*{Name(one)} waits for a decision, and {Names(one.Blind)} may not read it,* so I asked only {Names(one.Able)}. If that is not as it should be, invite them to the channels that it was mined from."),
    };

    private static Mrkdwn Parked(ParkedWork parked) => Mrkdwn.Of(
        $"*I gave up on some work* (things that happened in Slack: {parked.Envelopes}, messages of mine: {parked.Effects}, longer jobs: {parked.Jobs}). It is kept, in nobody's way. Whoever runs me finds the reasons in the database, as `docs/operations.md` says.");

    private static IEnumerable<Mrkdwn> Reading(WorkspaceCheckup checkup)
    {
        foreach (var one in checkup.Channels) yield return Mrkdwn.Of($"{one.Channel}: {State(one.Reading)}");
        if (checkup.HiddenChannels > 0) yield return checkup.HiddenChannels == 1 ? Mrkdwn.Of($"I am in one more channel, which you may not read.") : Mrkdwn.Of($"I am in {checkup.HiddenChannels} more channels, which you may not read.");
        if (checkup.Channels.Count + checkup.HiddenChannels == 0) yield return Mrkdwn.Of($"No channel is read.");
    }

    private static Mrkdwn State(ReadingRow? reading) => reading switch
    {
        null => Mrkdwn.Of($"I listen; its history was not asked for yet"),
        { State: ReadingState.Running } => Mrkdwn.Of($"still reading, {reading.Messages + reading.Replies} messages so far"),
        { State: ReadingState.BrokenOff } => Mrkdwn.Of($"broken off after {reading.Messages + reading.Replies} messages"),
        _ => Mrkdwn.Of($"read, {reading.Messages + reading.Replies} messages since {reading.BackTo:date} at most"),
    };

    private static Mrkdwn Name(ReviewCheck one) => one.Number is { } number ? Mrkdwn.Of($"SOP {number}") : Mrkdwn.Of($"A procedure that you may not read");

    private static Mrkdwn Names(IReadOnlyList<Slack.UserId> users) => Mrkdwn.Join(Mrkdwn.Of($", "), [.. users.Select(user => Mrkdwn.Of($"{user}"))], MostNamed);
}
