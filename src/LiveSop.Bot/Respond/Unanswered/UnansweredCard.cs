using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Respond.Unanswered;

/// <summary>A request that nobody has answered.</summary>
/// <param name="Words">What was asked; people's text.</param>
/// <param name="Sop">For which it is taken; null where that is none, or none that they may read.</param>
internal sealed record WaitingRequest(ThreadId Thread, UserId Requester, DateTimeOffset AskedAt, UntrustedText Words, WebLink? Link, Shelved? Sop);

/// <summary>Requests that wait for an answer, to somebody who may give one. Each is shown once.</summary>
internal static class UnansweredCard
{
    private const int MostShown = 10;
    private const int LongestWords = 90;

    public static SlackMessage Render(IReadOnlyList<WaitingRequest> waiting, DateTimeOffset now) => SlackMessage.Fit(
        Mrkdwn.Of($"Nobody has answered {Counted(waiting.Count)} yet"),
        [
            new Section(Mrkdwn.Of($"*Nobody has answered {Counted(waiting.Count)} yet.* You solve cases there, so I tell you, once.")),
            .. waiting.Take(MostShown).Select(one => new Section(Line(one, now))),
            .. waiting.Count > MostShown ? [new Context(Mrkdwn.Of($"… and {waiting.Count - MostShown} more."))] : Array.Empty<Block>(),
        ]);

    private static Mrkdwn Counted(int requests) => requests == 1 ? Mrkdwn.Of($"a request") : Mrkdwn.Of($"{requests} requests");

    private static Mrkdwn Line(WaitingRequest one, DateTimeOffset now)
    {
        var words = one.Link is { } link ? Mrkdwn.Of($"{link}") : Mrkdwn.Of($"“{one.Words.OnOneLine().Fit(LongestWords)}”");
        var fits = one.Sop is { } sop ? Mrkdwn.Of($"\nIt looks like {SopText.Name(sop.Sop)}.") : Mrkdwn.Of($"");
        return Mrkdwn.Of($"{words}\n{one.Requester} in {one.Thread.Channel}, {Plainly.Duration((long)(now - one.AskedAt).TotalSeconds)} ago{fits}");
    }
}
