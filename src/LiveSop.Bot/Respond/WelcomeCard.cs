using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Respond;

/// <summary>The one message with which the bot enters a channel: what it reads, who sees it, how to stop it; and, edited in place, how far it is.</summary>
internal static class WelcomeCard
{
    public static SlackMessage Render(UserId bot, ReadingStatus status) => new(
        Mrkdwn.Of($"LiveSOP reads this channel from now on."),
        [
            new Section(Mrkdwn.Of($"I read what is said in this channel, also what was said before I came, to find the procedures your team really follows. Only people who may read this channel see what I learn from it.")),
            new Context(Words(status)),
            new Context(Mrkdwn.Of($"`/sop mine` shows what I found, `/sop help` what I can do. To stop me: `/remove` and {bot}.")),
        ]);

    private static Mrkdwn Words(ReadingStatus status) => status switch
    {
        ReadingStatus.Begun begun => Mrkdwn.Of($"Reading the past, newest first, back to {begun.BackTo:date} …"),
        ReadingStatus.Running { Left: { } left } running =>
            Mrkdwn.Of($"Reading the past, newest first: {Plainly.Count(running.Messages)} messages so far, back to {running.Reached:date}. Still {TimeLeft.Plainly(left)}."),
        ReadingStatus.Running running => Mrkdwn.Of($"Reading the past, newest first: {Plainly.Count(running.Messages)} messages so far, back to {running.Reached:date}."),
        ReadingStatus.Done { Reached: { } reached } done => Mrkdwn.Of($"I have read the past: {Plainly.Count(done.Messages)} messages, back to {reached:date}."),
        ReadingStatus.Done => Mrkdwn.Of($"Nothing was said here before I came."),
        ReadingStatus.CaughtUp => Mrkdwn.Of($"I was here before, and have caught up with what I missed."),
        ReadingStatus.BrokenOff broken => Mrkdwn.Of($"I could not read all of the past ({(UntrustedText)broken.Reason}); what I have read stays. Whoever runs me can ask `livesop doctor` what is missing."),
        _ => throw new InvalidOperationException(status.GetType().Name),
    };
}
