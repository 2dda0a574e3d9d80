using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Commands;

/// <summary>What LiveSOP can do, and what it reads. Only what works today.</summary>
internal static class HelpCard
{
    private static readonly (string Name, (string Command, string Does)[] Lines)[] groups =
    [
        ("Find",
        [
            ("list", "the procedures that you may read"),
            ("search WORDS", "procedures and past cases, by what they are about"),
            ("show NUMBER", "its steps"),
            ("mine", "look for new ones; also mine #channel, mine 90 days"),
        ]),
        ("Work",
        [
            ("runs", "the runs that go on"),
            ("quiet", "I say nothing by myself in this channel; speak undoes it"),
            ("open", "I may post here though guests read along (admins); close undoes it"),
        ]),
        ("Improve",
        [
            ("edit NUMBER", "change its words, steps and order (editors)"),
            ("history NUMBER", "its versions: who approved what, and why"),
            ("diff NUMBER", "what the last version changed; also diff NUMBER 1 3"),
            ("restore NUMBER VERSION", "ask for an earlier version again (editors)"),
        ]),
        ("Files",
        [
            ("export", "the procedures in force, as pages with pictures; also export NUMBER"),
            ("import", "bring a log (CSV, Jira) or a page of your wiki: give me the file in our direct messages"),
        ]),
        ("Run",
        [
            ("digest", "when your daily digest comes, and whether"),
            ("settings", "spaces, their channels, who may what, how long messages are kept (admins)"),
            ("doctor", "what I lack here, and how to mend it (admins)"),
        ]),
    ];

    private static Mrkdwn Line((string Command, string Does) line) => Mrkdwn.Of($"`/sop {line.Command}`   {line.Does}");

    /// <param name="bot">By which people mention it.</param>
    /// <param name="channels">Those it was invited to and the reader may read.</param>
    public static SlackMessage Render(UserId bot, IReadOnlyList<ChannelId> channels) => new(
        Mrkdwn.Of($"LiveSOP finds the procedures that your team really follows. Type /sop mine to see them."),
        [
            new Section(Mrkdwn.Of($"*LiveSOP* reads how your team solves its cases, and finds the procedures in them.")),
            .. groups.Select(group => new Section(Mrkdwn.Of($"*{group.Name}*\n{Mrkdwn.Join(Mrkdwn.Of($"\n"), [.. group.Lines.Select(Line)])}"))),
            new Section(Mrkdwn.Of($"*In a thread*, where commands do not work\nmention me: {bot} `which` tells its procedure, `start` starts it, `why` tells why I took it for that or stayed silent, `what happened last time?` tells of cases like it; everything else works so too\nor choose from the menu of a message ( ⋮ “More actions”): *Which SOP is this?*, *Save as a procedure*")),
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
