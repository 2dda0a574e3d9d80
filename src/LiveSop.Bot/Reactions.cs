using LiveSop.Bot.Commands;
using LiveSop.Bot.Home;
using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Captures;
using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Respond;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot;

/// <summary>Everything in Slack that the bot reacts to, a line each.</summary>
internal static class Reactions
{
    public static SlackRoutes Routes(Comings comings, Connections connections, ReadingSettings reading)
    {
        var heard = new HearMessage();
        var changed = new HearChange();
        var members = new FollowMembers(comings, reading);
        var directory = new FollowDirectory();
        var installation = new FollowInstallation(connections);
        return new SlackRoutes()
            .Command("/sop", new AnswerCommand())
            .Action(ShowSteps.Action, new ShowSteps(), StepsModal.Opening)
            .Shortcut(WhichProcedure.Shortcut, new WhichProcedure(), WhichModal.Opening)
            .Shortcut(SaveThread.Shortcut, new SaveThread(), CaptureModal.Opening)
            .On<SlackEvent.MessagePosted>(heard)
            .On<SlackEvent.AppMention>(heard)
            .On<SlackEvent.MessageChanged>(changed)
            .On<SlackEvent.MessageDeleted>(changed)
            .On<SlackEvent.MemberJoined>(members)
            .On<SlackEvent.MemberLeft>(members)
            .On<SlackEvent.ChannelLeft>(members)
            .On<SlackEvent.PersonChanged>(directory)
            .On<SlackEvent.ChannelRenamed>(directory)
            .On<SlackEvent.ChannelArchived>(directory)
            .On<SlackEvent.ChannelUnarchived>(directory)
            .On<SlackEvent.ChannelDeleted>(directory)
            .On<SlackEvent.ChannelIdChanged>(directory)
            .On<SlackEvent.SystemNote>(directory)
            .On<SlackEvent.AppHomeOpened>(new ShowHome())
            .On<SlackEvent.AppUninstalled>(installation)
            .On<SlackEvent.TokensRevoked>(installation);
    }
}
