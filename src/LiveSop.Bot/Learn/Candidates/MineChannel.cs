using LiveSop.Bot.Learn.Watching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>Finds the procedures in what everybody in a channel may read, keeps them as drafts, and says there what it found.</summary>
internal sealed class MineChannel(Database database, WatchSop watching, TimeProvider time)
{
    public async Task RunAsync(WorkItem item, Job.Mine job, CancellationToken stop)
    {
        var (channels, messages) = await ReadAsync(item.Workspace, job, stop);
        if (channels.Count == 0 && job.Only is { } only)
        {
            await SayAsync(item.Workspace, job, CandidateCard.NothingToRead(only), stop);
            return;
        }
        var found = await FindAsync(messages, stop);
        await using var unit = await database.BeginAsync(new Scope.Miner(item.Workspace), stop);
        var now = time.GetUtcNow();
        var talks = new Talks(messages);
        var keeping = new KeepFindings(unit, item.Workspace, now) { WatchAsync = (sop, one) => watching.LookAsync(unit, sop, talks.Of(one), now, stop) };
        var kept = await keeping.KeepAsync(found.Sops, [.. channels.Select(channel => EvidencePlace.Of(channel.Channel))], stop);
        var outcome = new MiningOutcome(found.Messages, found.Incidents, [.. channels.Select(channel => channel.Name)], messages.Count == 0 ? null : messages.Min(message => message.At), kept);
        await new Effects(unit, item.Workspace, now).AddAsync($"{job.Answer}:found", new Effect.Edit(job.Channel, job.Answer, CandidateCard.Render(outcome)), stop);
        await unit.CommitAsync(stop);
    }

    private async Task SayAsync(WorkspaceId workspace, Job.Mine job, MessageBody message, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        await new Effects(unit, workspace, time.GetUtcNow()).AddAsync($"{job.Answer}:found", new Effect.Edit(job.Channel, job.Answer, message), stop);
        await unit.CommitAsync(stop);
    }

    /// <summary>Who else is there is asked as the bot, which sees them all; everything that is read then, as the asker: the database gives nothing that they may not read.</summary>
    private async Task<(IReadOnlyList<ReadableChannel> Channels, IReadOnlyList<Message> Messages)> ReadAsync(WorkspaceId workspace, Job.Mine job, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var hasStrangers = await HasStrangersAsync(unit, job.Channel, stop);
        await unit.EnterAsync(new Scope.Viewer(workspace, job.Asker), stop);
        var readable = await unit.Db.Channels.Select(channel => new ReadableChannel(channel.ChannelId, channel.Name ?? "", channel.Kind, channel.BotIsMember)).ToListAsync(stop);
        var channels = MiningAudience.Channels(job.Channel, readable, hasStrangers);
        if (job.Only is { } only) channels = [.. channels.Where(channel => channel.Channel == only)];
        var since = job.Since is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.MinValue;
        return (channels, await Talk.ReadAsync(unit, [.. channels.Select(channel => channel.Channel)], since, stop));
    }

    private static async Task<bool> HasStrangersAsync(UnitOfWork unit, ChannelId channel, CancellationToken stop) =>
        await unit.Db.ChannelMembers.Where(member => member.ChannelId == channel)
            .Join(unit.Db.People, member => member.UserId, person => person.UserId, (_, person) => person.Standing)
            .AnyAsync(standing => standing != Standing.Member && standing != Standing.App, stop)
        || await unit.Db.Channels.AnyAsync(one => one.ChannelId == channel && one.IsSharedExternally, stop);

    // Mining knows of no cancellation: it is left at its next word of progress, and not waited for.
    private static Task<Discoveries> FindAsync(IReadOnlyList<Message> messages, CancellationToken stop) =>
        Task.Run(() => SopMiner.Mine(messages, _ => stop.ThrowIfCancellationRequested()), stop).WaitAsync(stop);
}
