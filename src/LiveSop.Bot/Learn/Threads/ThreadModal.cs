using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Learn.Threads;

/// <summary>What the shortcuts of a message show, in a modal of the given name.</summary>
/// <param name="Callback">Under which Slack keeps it.</param>
/// <param name="Title">At most 24 characters.</param>
internal sealed record ThreadModal(SlackAction Callback, PlainText Title)
{
    /// <summary>What stands there at first: it must open within three seconds.</summary>
    public Modal Opening(Mrkdwn waiting) => Show([new Section(waiting)]);

    public Modal Say(Mrkdwn text) => Show([new Section(text)]);

    public Modal Show(IReadOnlyList<Block> blocks) => new(Callback, Title, View.Fit(blocks)) { Close = PlainText.Of($"Close") };

    /// <summary>Why there is no answer, and what helps.</summary>
    /// <param name="bot">By which people invite it.</param>
    public Modal Refuse(ThreadAccess refused, UserId bot) => Say(Why(refused, bot));

    /// <inheritdoc cref="Refuse"/>
    public static Mrkdwn Why(ThreadAccess refused, UserId bot) => refused switch
    {
        ThreadAccess.DirectMessage => Mrkdwn.Of($"I learn from channels only. What you say to each other directly stays between you."),
        ThreadAccess.NotInvited => Mrkdwn.Of($"I am not in this channel, so I cannot read this thread. Type `/invite` and {bot} here, then choose this again."),
        _ => Mrkdwn.Of($"As far as I know you may not read this channel, so I show and save nothing here. If I was invited only just now, choose this again in a minute."),
    };
}
