using LiveSop.Bot.Learn.Retention;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>Begins and ends the readings of channels. What is to be read follows from what has been, so that nothing is read for nothing.</summary>
internal sealed class Readings(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now)
{
    /// <summary>Slack's clock and ours may differ, and an envelope may have been on its way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>What nobody took, Slack repeats for so long.</summary>
    private static readonly TimeSpan Repeated = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ShortLookBack = TimeSpan.FromHours(1);

    /// <summary>Older messages, too, may have been edited, deleted or answered meanwhile: so far back they are looked at again.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    private readonly Jobs jobs = new(unit, workspace, now);

    /// <summary>The bot is in the channel: what it has not read of it will be read. All of the past the first time, later what it missed.</summary>
    /// <param name="left">When it was there last.</param>
    /// <param name="backTo">How far back the first time.</param>
    /// <param name="notice">The key of the message that says how far it is.</param>
    public async Task BeginAsync(ChannelId channel, DateTimeOffset left, DateTimeOffset backTo, string notice, CancellationToken stop)
    {
        if (!await unit.Db.Readings.AnyAsync(one => one.ChannelId == channel && one.Kind == ReadingKind.Backfill, stop))
        {
            await AddAsync(channel, ReadingKind.Backfill, backTo, notice, stop);
            return;
        }
        await ResumeAsync(channel, stop);
        await AddAsync(channel, ReadingKind.CatchUp, BackTo(left), notice, stop);
    }

    /// <summary>Nobody listened since then: what happened in the channel meanwhile will be read.</summary>
    public Task CatchUpAsync(ChannelId channel, DateTimeOffset since, CancellationToken stop) => AddAsync(channel, ReadingKind.CatchUp, BackTo(since), null, stop);

    /// <summary>What was broken off there goes on.</summary>
    public async Task ResumeAsync(ChannelId channel, CancellationToken stop)
    {
        foreach (var reading in await unit.Db.Readings.Where(one => one.ChannelId == channel && one.State == ReadingState.BrokenOff).ToListAsync(stop))
        {
            (reading.State, reading.StateReason, reading.EndedAt) = (ReadingState.Running, null, null);
            await unit.Db.SaveChangesAsync(stop);
            await jobs.AddAsync($"read:{reading.ReadingId}:{now:O}", new Job.ReadChannel(reading.ReadingId), stop);
        }
    }

    /// <summary>The bot is no longer in the channel: nothing more can be read there, until it comes back.</summary>
    public Task BreakOffAsync(ChannelId channel, CancellationToken stop) => unit.RunAsync("""
        UPDATE readings SET state = 'broken_off', state_reason = 'the bot left the channel', ended_at = $3 WHERE workspace_id = $1 AND channel_id = $2 AND state = 'running'
        """, stop, workspace.Value, channel.Value, now);

    private async Task AddAsync(ChannelId channel, ReadingKind kind, DateTimeOffset backTo, string? notice, CancellationToken stop)
    {
        var kept = await Keeping.SinceAsync(unit, workspace, channel, now, stop);
        var reading = new ReadingRow
        {
            WorkspaceId = workspace,
            ChannelId = channel,
            ReadingId = Guid.CreateVersion7(now),
            Kind = kind,
            State = ReadingState.Running,
            BegunAt = now,
            BackTo = kept > backTo ? kept.Value : backTo,
            Notice = notice,
        };
        unit.Db.Add(reading);
        await unit.Db.SaveChangesAsync(stop);
        await jobs.AddAsync($"read:{reading.ReadingId}", new Job.ReadChannel(reading.ReadingId), stop);
    }

    private DateTimeOffset BackTo(DateTimeOffset since) => since - Margin - (now - since > Repeated ? LookBack : ShortLookBack);
}
