using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Commands.Checkup;

/// <summary><c>/sop doctor</c>: what the bot lacks here, to admins; to others, that it is there and who can see more.</summary>
internal sealed class CheckWorkspace(Authorities authorities)
{
    public async Task AnswerAsync(Asker asker, CancellationToken stop)
    {
        await Spaces.EnsureDefaultAsync(asker.Context.Unit, asker.Context.Workspace, asker.Context.Now, stop);
        var authority = await authorities.OfAsync(asker.Context.Unit, asker.Context.Workspace, asker.User, stop);
        await asker.TellAsync(authority.May(Deed.Configure, Spaces.Default(asker.Context.Workspace).Value) is Clearance.Refused refused
            ? Short(await Refusal.WordsAsync(asker.Context, authorities, refused, stop))
            : CheckupCard.Render(await new ExamineWorkspace(authorities, asker).ExamineAsync(stop)));
    }

    private static SlackMessage Short(Mrkdwn refusal) => SlackMessage.Of(Mrkdwn.Of(
        $"I am here and I answer; `/sop help` names the channels that I read and you can see. What I lack in this workspace I tell its admins alone. {refusal}"));
}
