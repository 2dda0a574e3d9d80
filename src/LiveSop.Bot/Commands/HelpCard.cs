using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Commands;

/// <summary>What LiveSOP can do, and what it reads. Only what works today.</summary>
internal static class HelpCard
{
    /// <param name="bot">By which people mention it.</param>
    /// <param name="channels">Those it was invited to and the reader may read.</param>
    public static SlackMessage Render(UserId bot, IReadOnlyList<ChannelId> channels) => new(
        Mrkdwn.Of($"LiveSOP finds the procedures that your team really follows. Type /sop mine to see them."),
        [
            new Section(Mrkdwn.Of($"*LiveSOP* reads how your team solves its cases, and finds the procedures in them.")),
            new Section(Mrkdwn.Of($"*Find*\n`/sop mine`   the procedures in what everybody in this channel may read; also `/sop mine #channel`, `/sop mine 90 days`\n`/sop list`   those that you may read\n`/sop search WORDS`   one of them\n`/sop show NUMBER`   its steps")),
            new Section(Mrkdwn.Of($"*Files*\n`/sop export`   the procedures in force as pages with pictures; also `/sop export NUMBER`\n`/sop import`   bring a log (CSV, Jira) or a page of your wiki: give me the file in our direct messages")),
            new Section(Mrkdwn.Of($"In a thread, where commands do not work, mention me instead: {bot} `which`, {bot} `mine`")),
            new Section(Mrkdwn.Of($"Or open the menu of a message ( ⋮ “More actions”) there:\n*Which SOP is this?*   the procedure that the thread is a case of\n*Save as a procedure*   keep what was done in the thread as steps")),
            new Context(Reads(channels)),
        ]);

    private static Mrkdwn Reads(IReadOnlyList<ChannelId> channels) => channels.Count == 0
        ? Mrkdwn.Of($"I read only channels that I am invited to, and so far that is none that you can see: type `/invite` and my name in one.")
        : Mrkdwn.Of($"I read only channels that I am invited to. Of those you can see: {Mrkdwn.Join(Mrkdwn.Of($", "), [.. channels.Select(channel => Mrkdwn.Of($"{channel}"))], 12)}");

    public static SlackMessage Incomplete(SopCommand.Incomplete command) => SlackMessage.Of(Mrkdwn.Of($"I did not understand all of that. It is written `{command.Usage}`; every list shows the numbers."));

    /// <param name="word">What was typed; people's text.</param>
    public static SlackMessage Unknown(UntrustedText word, string? nearest) => SlackMessage.Of(nearest is null
        ? Mrkdwn.Of($"I do not know “{word}”. `/sop help` lists what I can do.")
        : Mrkdwn.Of($"I do not know “{word}”. Did you mean `{nearest}`? `/sop help` lists what I can do."));
}
