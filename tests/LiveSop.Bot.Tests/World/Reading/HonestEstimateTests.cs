using System.Globalization;
using System.Text.RegularExpressions;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LiveSop.Bot.Tests.World.Reading;

/// <summary>What people are told of the time left, on the reduced tier: a page of 15 messages a minute. Days go by in seconds, since both clocks are turned.</summary>
public sealed partial class HonestEstimateTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Less than half of what the bot takes for a gap in its listening.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(25);

    public static readonly TheoryData<string, Func<DateTimeOffset, double>> Shapes = new()
    {
        { "the same all year", _ => 1 },
        { "four times as busy in the end", at => 1 + 3 * (1 - (Start - at).TotalDays / 365) },
        { "silent for two months", at => (Start - at).TotalDays is > 150 and < 210 ? 0.02 : 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task is_within_a_fifth_of_the_truth_after_a_fiftieth_of_the_work(string shape, Func<DateTimeOffset, double> busy)
    {
        var clock = new FakeTimeProvider(Start);
        await using var world = await World.StartAsync(withBot: false, clock: clock);
        new LongPast(3000, Start.AddMonths(-12), Start) { Busy = busy }.Fill(world.Workspace.Conversation("support"));
        (world.Slack.Limits.Enabled, world.Slack.Limits.ReducedHistory) = (true, true);
        await world.StartBotAsync(world.Settings with { Slack = world.Settings.Slack with { Limits = true } }, clock);

        var told = await ReadAsync(world, clock);

        var took = clock.GetUtcNow() - Start;
        var (at, left) = told.First(one => one.At - Start >= took * 0.02);
        var truth = clock.GetUtcNow() - at;
        left.Should().BeCloseTo(truth, truth * 0.2, "the channel was {0}; it took {1:0.0} h", shape, took.TotalHours);
    }

    /// <summary>Turns the clocks from one call to the next until everything has been read.</summary>
    /// <returns>What the message said was left, and when.</returns>
    private static async Task<List<(DateTimeOffset At, TimeSpan Left)>> ReadAsync(World world, FakeTimeProvider clock)
    {
        var told = new List<(DateTimeOffset, TimeSpan)>();
        await world.Person("ada").InviteAsync(world.Bot, "support");
        while (!await IsReadAsync(world))
        {
            if (Shown(world) is { } left && (told.Count == 0 || told[^1].Item2 != left)) told.Add((clock.GetUtcNow(), left));
            await TurnAsync(world, clock, clock.GetUtcNow() + await NextAsync(world, clock.GetUtcNow()));
        }
        return told;
    }

    private static Task<bool> IsReadAsync(World world) => world.Database.AskAsync(Scope(world), db => db.Readings.AnyAsync(reading => reading.Kind == ReadingKind.Backfill && reading.State == ReadingState.Done));

    /// <summary>In steps, each noted by the bot: otherwise it would think that it had not listened for a while, and catch up.</summary>
    private static async Task TurnAsync(World world, FakeTimeProvider clock, DateTimeOffset until)
    {
        while (clock.GetUtcNow() < until)
        {
            clock.Advance(TimeSpan.FromTicks(Math.Min((until - clock.GetUtcNow()).Ticks, Step.Ticks)));
            var now = clock.GetUtcNow();
            while (!await world.Database.AskAsync(Scope(world), db => db.Workspaces.AnyAsync(one => one.HeardUntil == null || one.HeardUntil >= now - Step))) await Task.Delay(2);
        }
    }

    /// <summary>Until everything waits for the next minute; then so long.</summary>
    private static async Task<TimeSpan> NextAsync(World world, DateTimeOffset now)
    {
        for (var look = 0; look < 20; look++, await Task.Delay(3))
        {
            var due = await world.Database.AskAsync(Scope(world), db => db.WorkQueue.Where(row => row.Lane != Job.Remember.Place).Select(row => row.DueAt).ToListAsync());
            // Whoever is at work has its row for half a minute; whoever waits for the limit, for about a minute.
            if (due.Count == 1 && due[0] - now > TimeSpan.FromSeconds(35)) return due[0] - now;
        }
        return TimeSpan.FromSeconds(1);
    }

    private static TimeSpan? Shown(World world)
    {
        var text = world.Said(world.Person("ada"), "support").LastOrDefault(message => message.User == world.App.Bot.Id && message.Blocks is not null)?.Blocks!.Value.GetRawText();
        if (text is null || Left().Match(text) is not { Success: true } match) return null;
        double Number(string group) => match.Groups[group] is { Success: true, Value: var value } ? double.Parse(value.Replace("½", ".5", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;
        return TimeSpan.FromDays(Number("days")) + TimeSpan.FromHours(Number("hours")) + TimeSpan.FromMinutes(Number("minutes"));
    }

    private static Scope.Miner Scope(World world) => new(new(world.Workspace.Id));

    [GeneratedRegex("Still about (?:(?<days>[0-9]+½?) days|(?:(?<hours>[0-9]+) h ?)?(?:(?<minutes>[0-9]+) min)?)")]
    private static partial Regex Left();
}
