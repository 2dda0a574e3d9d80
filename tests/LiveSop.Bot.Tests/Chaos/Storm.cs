using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LiveSop.Bot.Tests.Chaos;

/// <summary>
/// A world in which things go wrong: a bot that was invited to three channels, a crowd that talks in them, and Slack's clock, which stands still unless the
/// test turns it. So no machine is too slow: an acknowledgement is late, and an event delivered again, when the test says so.
/// </summary>
internal sealed class Storm : IAsyncDisposable
{
    /// <summary>Of Slack, for an acknowledgement; and its waits before the third and the fourth delivery of an event.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3), ThirdTry = TimeSpan.FromSeconds(60), FourthTry = TimeSpan.FromSeconds(300);

    /// <summary>Real time for all to come to rest: a lease of half a minute, and what a busy machine adds. Only a failure takes it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private Storm(World.World world, FakeTimeProvider clock, ulong seed)
    {
        (World, Clock) = (world, clock);
        Crowd = new Crowd(world, seed);
    }

    public World.World World { get; }

    public FakeTimeProvider Clock { get; }

    public Crowd Crowd { get; }

    public SimulatedSlack Slack => World.Slack;

    /// <summary>How much Slack has seen: grows with each delivery, each acknowledgement and each call.</summary>
    public long Happened => Slack.Deliveries.Tally.Sent + Slack.Deliveries.Tally.Acked + Slack.Calls.Total;

    /// <param name="withBot">Starts one in this process, which has been invited and has read everything when this returns.</param>
    public static async Task<Storm> BrewAsync(ulong seed, bool withBot = true, TestServer? server = null)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var world = await Tests.World.World.StartAsync(withBot: withBot, clock: clock, server: server);
        var storm = new Storm(world, clock, seed);
        if (withBot) await storm.InviteAsync();
        return storm;
    }

    public async Task InviteAsync()
    {
        foreach (var place in Crowd.Places) await World.InviteAsync(World.Person("ada"), place);
        await World.RestAsync();
    }

    /// <summary>What was not acknowledged by now counts as failed, and is delivered again at once.</summary>
    public void Turn() => Clock.Advance(Deadline);

    /// <summary>Waits until every event was acknowledged, turning the clock to each further try. The bot must be listening.</summary>
    public async Task DeliverAsync()
    {
        Turn();
        foreach (var wait in new[] { Deadline, ThirdTry, FourthTry })
        {
            await Slack.UntilAsync(() => Slack.Deliveries.Pending == 0);
            if (IsDelivered(Slack.Deliveries.Tally)) return;
            Clock.Advance(wait);
        }
        await Slack.UntilAsync(() => IsDelivered(Slack.Deliveries.Tally));
    }

    /// <summary>Waits until every event was acknowledged and everything that follows from them was done, or given up.</summary>
    public async Task SettleAsync()
    {
        await DeliverAsync();
        await World.RestAsync(Patience);
    }

    /// <summary>What is in the database otherwise than in Slack, a sentence each, and which mentions were not answered once.</summary>
    public Task<IReadOnlyList<string>> DifferencesAsync() => Accounts.DifferencesAsync(World, Crowd);

    /// <summary>How many effects are in that state.</summary>
    public Task<int> CountAsync(EffectState state) => World.Database.AskAsync(Scope, db => db.Outbox.CountAsync(row => row.State == state));

    public Task<int> ParkedEnvelopesAsync() => World.Database.AskAsync(Scope, db => db.Inbox.CountAsync(row => row.ParkedReason != null));

    public Task<int> ParkedJobsAsync() => World.Database.AskAsync(Scope, db => db.Jobs.CountAsync(row => row.State == JobState.Parked));

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private Scope.Miner Scope => new(new(World.Workspace.Id));

    private static bool IsDelivered(Tally tally) => tally.Acked >= tally.Events;
}
