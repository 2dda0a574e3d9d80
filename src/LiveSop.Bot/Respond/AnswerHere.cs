using LiveSop.Bot.Audience;
using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Respond.Runs;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond;

/// <summary>What people ask of the bot about the place they are in, or of its memory: what was before, why, start, be quiet here, speak again, post though guests read along, which runs go on.</summary>
/// <param name="similar">Null where nobody is answered, as in a checkup.</param>
internal sealed class AnswerHere(Authorities authorities, MatchDesk desk, ExplainMatch explaining, SimilarIncidents? similar)
{
    public Task AnswerAsync(SopCommand command, Asker asker, CancellationToken stop) => command switch
    {
        SopCommand.Search search => Learn.Library.SearchSops.AnswerAsync(search.Words, similar, asker, stop),
        SopCommand.LastTime => LastTime.AnswerAsync(similar, asker, stop),
        SopCommand.Why => WhyAsync(asker, stop),
        SopCommand.Start start => StartAsync(start, asker, stop),
        SopCommand.Quiet quiet => SetAsync(asker, new(Deed.Respond, quiet.IsQuiet ? Mrkdwn.Of($"*I say nothing by myself in this channel from now on.* I still read it and answer when I am asked; `/sop speak` undoes it.") : Mrkdwn.Of($"*I speak again* where a request looks like a procedure I know.")), channel => channel.IsQuiet = quiet.IsQuiet, stop),
        SopCommand.Open open => SetAsync(asker, new(Deed.Configure, open.IsOpen ? Mrkdwn.Of($"*I may post here now*, though guests or people of other companies read along. `/sop close` undoes it.") : Mrkdwn.Of($"*I post nothing here any more* while guests or people of other companies read along.")), channel => channel.IsOpened = open.IsOpen, stop),
        _ => ListRuns.AnswerAsync(asker, stop),
    };

    private async Task WhyAsync(Asker asker, CancellationToken stop)
    {
        if (asker.Thread is not { } ts || !asker.IsReply) await asker.TellAsync(WhichSop.Elsewhere(asker.Context.Installation.Self.User));
        else if (await ThreadAccess.OfAsync(asker.Context.Unit, asker.Viewer, asker.Channel, stop) is ThreadAccess.Granted && await explaining.ExplainAsync(new(asker.Channel, ts), asker.Viewer, asker.Context, stop) is { } known)
            await asker.TellAsync(WhyCard.Render(known));
        else await asker.TellAsync(SlackMessage.Of(MatchDesk.Gone));
    }

    /// <summary>The procedure that the thread is taken for, or the one that is named.</summary>
    private async Task StartAsync(SopCommand.Start start, Asker asker, CancellationToken stop)
    {
        if (asker.Thread is not { } ts || !asker.IsReply)
        {
            await asker.TellAsync(WhichSop.Elsewhere(asker.Context.Installation.Self.User));
            return;
        }
        await EnsureAsync(new(asker.Channel, ts), asker, stop);
        var opened = await desk.OpenAsync(new(asker.Channel, ts), asker.User, asker.Context, stop);
        var sop = opened is AtDesk.Granted { Row: var row } ? await NamedAsync(start.Sop, asker, stop) ?? (start.Sop is null ? row.SopId : null) : null;
        var said = opened switch
        {
            AtDesk.Refused refused => refused.Why,
            AtDesk.Granted granted when sop is { } id => await StartRun.StartAsync(granted, id, asker.User, asker.Context, stop) ?? Mrkdwn.Of($"Started: the checklist is in the thread."),
            _ => Mrkdwn.Of($"Which procedure? I take this thread for none. Say its number: {asker.Context.Installation.Self.User} `start 12`; `/sop list` shows the numbers."),
        };
        await asker.TellAsync(SlackMessage.Of(said));
    }

    private static async Task<SopId?> NamedAsync(SopReference? reference, Asker asker, CancellationToken stop) =>
        reference is not null && await asker.ReadAsync(unit => Learn.Library.Shelf.FindAsync(unit, reference, stop), stop) is Learn.Library.Lookup.One found ? found.Found.Sop.SopId : null;

    /// <summary>A thread that nothing was made of so far, because it is old or was like nothing.</summary>
    private static async Task EnsureAsync(ThreadId thread, Asker asker, CancellationToken stop)
    {
        var unit = asker.Context.Unit;
        if (await ConsiderRequest.FindAsync(unit, thread.Channel, thread.Ts, stop) is not null) return;
        if (await unit.Db.Messages.AsNoTracking().FirstOrDefaultAsync(one => one.ChannelId == thread.Channel && one.Ts == thread.Ts, stop) is not { AuthorId: { } author } message) return;
        unit.Db.Add(new MatchRow { WorkspaceId = asker.Context.Workspace, ChannelId = thread.Channel, Ts = thread.Ts, RequesterId = author, AskedAt = message.PostedAt, State = MatchState.Silent });
        await unit.Db.SaveChangesAsync(stop);
    }

    private async Task SetAsync(Asker asker, (Deed Needed, Mrkdwn Done) what, Action<ChannelRow> set, CancellationToken stop)
    {
        var unit = asker.Context.Unit;
        var space = await Spaces.OfAsync(unit, asker.Context.Workspace, asker.Channel, stop);
        var clearance = (await authorities.OfAsync(unit, asker.Context.Workspace, asker.User, stop)).May(what.Needed, space.Value);
        var channel = await unit.Db.Channels.FirstOrDefaultAsync(one => one.ChannelId == asker.Channel && one.BotIsMember, stop);
        if (clearance is Clearance.Refused refused) await asker.TellAsync(SlackMessage.Of(await Refusal.WordsAsync(asker.Context, authorities, refused, stop)));
        else if (channel is null) await asker.TellAsync(SlackMessage.Of(Mrkdwn.Of($"I am not in this channel, so I say nothing here anyway.")));
        else
        {
            set(channel);
            await unit.Db.SaveChangesAsync(stop);
            await asker.TellAsync(SlackMessage.Of(what.Done));
        }
    }
}
