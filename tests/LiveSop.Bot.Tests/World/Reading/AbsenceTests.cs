using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LiveSop.Bot.Tests.World.Reading;

public sealed class AbsenceTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    /// <summary>Slack tries four times within six minutes.</summary>
    private static readonly TimeSpan UntilSlackGivesUp = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task finds_what_was_said_edited_and_deleted_while_it_was_away()
    {
        await using var away = await Away.BeginAsync();
        var (ada, old) = (away.World.Person("ada"), away.Place.Log.Channel.Select(away.Place.Log.At).Where(message => message.Bot is null && message.Subtype is null).ToList());
        var (edited, deleted, answered) = (old[^2].Ts, old[^3].Ts, old[^4].Ts);
        var inThread = away.Place.Log.Replies(old.Last(root => away.Place.Log.Replies(root.Ts).Count > 1).Ts).Select(away.Place.Log.At).ToList();

        await ada.PostAsync("support", "said while it was away", null);
        await ada.PostAsync("support", "answered in an old thread", answered);
        await away.AsAuthorAsync(edited, person => person.EditAsync("support", edited, "edited while it was away"));
        await away.AsAuthorAsync(deleted, person => person.DeleteAsync("support", deleted));
        await away.AsAuthorAsync(inThread[0].Ts, person => person.DeleteAsync("support", inThread[0].Ts));
        await away.ReturnAsync();

        Truth.Differences(await away.World.MessagesAsync(), away.Place).Should().BeEmpty();
    }

    [Fact]
    public async Task learns_that_it_was_invited_while_it_was_away()
    {
        await using var away = await Away.BeginAsync();
        var general = away.World.Workspace.Conversation("general");
        var ada = away.World.Person("ada");
        new LongPast(50, Now.AddMonths(-2), Now.AddDays(-1)).Fill(general);

        await ada.InviteAsync(away.World.Bot, "general");
        await away.ReturnAsync();
        await away.World.HasReadAsync("general");
        await away.World.RestAsync();

        Truth.Differences(await away.World.MessagesAsync(), general).Should().BeEmpty();
        away.World.Said(ada, "general").Count(message => message.User == away.World.App.Bot.Id && message.Blocks is not null).Should().Be(1);
    }

    [Fact]
    public async Task reads_no_more_where_it_was_put_out_while_it_was_away()
    {
        await using var away = await Away.BeginAsync();
        var ada = away.World.Person("ada");

        await ada.KickAsync(away.World.Bot, "support");
        await ada.PostAsync("support", "not for the bot");
        await away.ReturnAsync();
        await away.World.UntilAsync(unit => unit.Db.Channels.AnyAsync(channel => !channel.BotIsMember && channel.LeftAt != null));
        await away.World.RestAsync();

        (await away.World.MessagesAsync()).Should().NotContain(message => message.Text == "not for the bot");
    }

    private static readonly string[] Handles = ["ada", "bo", "cy"];

    /// <summary>A bot that has read a channel and is not there now.</summary>
    private sealed class Away(World world, FakeTimeProvider clock) : IAsyncDisposable
    {
        public World World => world;

        public LiveSop.Workspace.Slack.Talk.Conversation Place => world.Workspace.Conversation("support");

        public static async Task<Away> BeginAsync()
        {
            var clock = new FakeTimeProvider(Now);
            var world = await World.StartAsync(withBot: false, clock: clock);
            var away = new Away(world, clock);
            new LongPast(300, Now.AddDays(-20), Now.AddHours(-1)).Fill(away.Place);
            var bot = await world.StartBotAsync();
            await world.InviteAsync(world.Person("ada"), "support");
            await world.UntilAsync(unit => unit.Db.Workspaces.AnyAsync(one => one.HeardUntil != null));
            await world.RestAsync();
            await world.StopBotAsync(bot);
            await world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), unit => unit.Db.Workspaces.ExecuteUpdateAsync(set => set.SetProperty(one => one.HeardUntil, Now.AddHours(-1))));
            return away;
        }

        public async Task AsAuthorAsync(string ts, Func<Person, Task> act)
        {
            var author = Place.Log.Find(ts)!.User!;
            await act(Handles.Select(world.Person).Single(person => person.Id == author));
        }

        /// <summary>Long enough for Slack to have given up telling it.</summary>
        public async Task ReturnAsync()
        {
            for (var left = UntilSlackGivesUp; left > TimeSpan.Zero; left -= TimeSpan.FromMinutes(1)) clock.Advance(TimeSpan.FromMinutes(1));
            await world.StartBotAsync();
            await world.UntilAsync(unit => unit.Db.Jobs.AnyAsync(job => job.Kind == "catchup" && job.State == JobState.Done));
            await world.RestAsync();
        }

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}
