using LiveSop.Bot.Audience;
using LiveSop.Bot.Digest;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Digests;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Interactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveSop.Bot.Tests.World.Digests;

/// <summary>Digests at moments that a test chooses. Everybody's profile says Europe/London unless a test changes it.</summary>
internal static class Digesting
{
    /// <summary>The last Wednesday that is over: what happens while a test runs is news to it.</summary>
    public static DateOnly Wednesday { get; } = LastWednesday();

    public static DateOnly Thursday => Wednesday.AddDays(1);

    /// <summary>Five minutes after somebody's hour.</summary>
    public static DateTimeOffset After(DateOnly day, string zone = "Europe/London", TimeOnly? hour = null) => DigestTime.Of(hour, zone).On(day) + TimeSpan.FromMinutes(5);

    /// <summary>The round at that moment, and all that comes of it.</summary>
    public static async Task RoundAsync(this World world, DateTimeOffset now)
    {
        await world.Sending(now).RunAsync(new(world.Workspace.Id), CancellationToken.None);
        await world.RestAsync();
    }

    public static SendDigests Sending(this World world, DateTimeOffset now)
    {
        var (database, authorities) = (world.Database.Database, new Authorities(world.Settings.Access));
        return new(database, new(authorities), new(database, new(authorities), "dot"), new FakeTimeProvider(now), NullLogger<SendDigests>.Instance);
    }

    public static IReadOnlyList<SeenMessage> Direct(this World world, Person who) => world.Workspace.Visible(who, "general").Direct;

    public static IReadOnlyList<SeenMessage> DigestsOf(this World world, Person who) => [.. world.Direct(who).Where(message => message.Text.StartsWith("Your digest: ", StringComparison.Ordinal))];

    /// <summary>What the bot's own page shows them, once it says so.</summary>
    public static async Task<View> HomeAsync(this World world, Person who, string saying)
    {
        await world.Slack.UntilAsync(() => world.Workspace.Visible(who, "general").Homes is [var home] && Shortcuts.Text(home).Contains(saying, StringComparison.Ordinal));
        return world.Workspace.Visible(who, "general").Homes[0];
    }

    public static Task ChangeAsync(this World world, string sql, params object[] values) => world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), unit => unit.RunAsync(sql, CancellationToken.None, values));

    public static Task MoveAsync(this World world, Person who, string zone) => world.ChangeAsync("UPDATE people SET time_zone = $1 WHERE user_id = $2", zone, who.Id);

    /// <summary>As if they had chosen so.</summary>
    public static Task WantsAsync(this World world, Person who) => world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), unit =>
    {
        unit.Db.Add(new PreferenceRow { WorkspaceId = new(world.Workspace.Id), UserId = new UserId(who.Id), WantsDigest = true });
        return Task.CompletedTask;
    });

    public static Task<PreferenceRow?> PreferenceAsync(this World world, Person who)
    {
        var user = new UserId(who.Id);
        return world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Preferences.FirstOrDefaultAsync(one => one.UserId == user));
    }

    private static DateOnly LastWednesday()
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-2);
        while (day.DayOfWeek != DayOfWeek.Wednesday) day = day.AddDays(-1);
        return day;
    }
}
