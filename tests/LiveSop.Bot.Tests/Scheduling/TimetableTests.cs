using System.Collections.Concurrent;
using LiveSop.Bot.Scheduling;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.Scheduling;

/// <summary>What is due is kept, once, by one of the replicas.</summary>
public sealed class TimetableTests
{
    private const string EachSecond = "* * * * * ?";
    private const string AtNewYear = "0 0 0 1 1 ?";

    private static readonly DateTimeOffset night = new(2026, 3, 2, 2, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task of_two_replicas_one_keeps_each_time()
    {
        await using var database = await TestDatabase.CreateAsync(connections: 20);
        var kept = new ConcurrentQueue<string>();

        await using (await Replica.StartAsync(database.Database, Replica.Noting(kept, EachSecond)))
        await using (await Replica.StartAsync(database.Database, Replica.Noting(kept, EachSecond)))
            await UntilAsync(() => kept.Count >= 6);

        kept.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        (await JobsAsync(database)).Should().BeInRange(kept.Count - 1, kept.Count, "the stop may break off the last");
    }

    [Fact]
    public async Task what_was_due_while_nobody_ran_is_kept_once_at_the_next_start()
    {
        await using var database = await TestDatabase.CreateAsync();
        var kept = new ConcurrentQueue<string>();
        await using (await Replica.StartAsync(database.Database, Replica.Noting(kept, AtNewYear)))
            await UntilAsync(async () => (await Contents.AskAsync(database.Owner, "SELECT trigger_name FROM quartz.qrtz_triggers WHERE trigger_state = 'WAITING'")).Count == 1);
        kept.Should().BeEmpty();
        await TestServer.RunAsync(database.Owner, $"UPDATE quartz.qrtz_triggers SET next_fire_time = {TimeProvider.System.GetUtcNow().AddHours(-5).UtcTicks}");

        await using (await Replica.StartAsync(database.Database, Replica.Noting(kept, AtNewYear))) await UntilAsync(() => !kept.IsEmpty);

        kept.Should().ContainSingle();
    }

    [Fact]
    public async Task an_appointment_whose_hour_changes_is_kept_at_the_new_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var kept = new ConcurrentQueue<string>();
        await using (await Replica.StartAsync(database.Database, Replica.Noting(kept, AtNewYear)))
            await UntilAsync(async () => (await Contents.AskAsync(database.Owner, "SELECT trigger_name FROM quartz.qrtz_triggers")).Count == 1);

        await using (await Replica.StartAsync(database.Database, Replica.Noting(kept, EachSecond))) await UntilAsync(() => !kept.IsEmpty);
    }

    [Fact]
    public async Task a_time_that_is_kept_twice_makes_one_job()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var replica = await Replica.StartAsync(database.Database, Replica.Noting([], AtNewYear));

        await replica.KeepAsync("nightly", night);
        await replica.KeepAsync("nightly", night);
        (await JobsAsync(database)).Should().Be(1);
        await replica.KeepAsync("nightly", night.AddDays(1));
        await replica.KeepAsync("unknown to this version", night);

        (await JobsAsync(database)).Should().Be(2);
    }

    [Fact]
    public async Task one_that_fails_is_tried_again_and_keeps_no_other_waiting()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (kept, failures) = (new ConcurrentQueue<string>(), 0);
        var failing = new Appointment("failing", EachSecond, TimeZoneInfo.Utc, (occasion, _) =>
        {
            if (Interlocked.Increment(ref failures) == 1) throw new InvalidOperationException("once");
            kept.Enqueue(occasion.Key);
            return Task.CompletedTask;
        });

        await using (await Replica.StartAsync(database.Database, failing, Replica.Noting(kept, EachSecond)))
            await UntilAsync(() => kept.Any(key => key.StartsWith("failing", StringComparison.Ordinal)) && kept.Any(key => key.StartsWith("nightly", StringComparison.Ordinal)));

        kept.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task waits_for_its_database_and_goes_on()
    {
        using var server = await TestServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(server: server);
        var kept = new ConcurrentQueue<string>();
        await using var replica = await Replica.StartAsync(database.Database, Replica.Noting(kept, EachSecond));
        await UntilAsync(() => !kept.IsEmpty);

        await server.StopAsync();
        await server.RestartAsync();
        var before = kept.Count;

        await UntilAsync(() => kept.Count > before + 1);
        kept.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void two_appointments_cannot_have_one_name() =>
        FluentActions.Invoking(() => new Timetable([Replica.Noting([], EachSecond), Replica.Noting([], AtNewYear)])).Should().Throw<ArgumentException>();

    private static Task<int> JobsAsync(TestDatabase database) => database.AskAsync(new Scope.Miner(Replica.Workspace), db => db.Jobs.CountAsync());

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await condition()) await Task.Delay(50, limit.Token);
    }
}
