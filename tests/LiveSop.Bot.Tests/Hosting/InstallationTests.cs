using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;
using Installation = LiveSop.Workspace.Slack.Apps.Installation;

namespace LiveSop.Bot.Tests.Hosting;

/// <summary>The app is taken out of a workspace and put back, and what was to be done there is done then.</summary>
public sealed class InstallationTests
{
    private const string Answer = "answer";

    private static readonly Dictionary<string, (Action<SlackWorkspace, Installation> End, string Reason)> ends = new()
    {
        ["uninstalled"] = ((workspace, app) => workspace.Admin.Uninstall(app), "the app was uninstalled from the workspace"),
        ["revoked"] = ((workspace, app) => workspace.Admin.Revoke(app), "the bot token was revoked"),
        // Without a word: the next call finds out.
        ["dead"] = ((_, app) => app.Dead = "invalid_auth", "Slack does not know the bot token"),
    };

    public static TheoryData<string> Ends => [.. ends.Keys];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task stops_cleanly_and_goes_on_by_itself_when_there_are_new_tokens(string end)
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        await world.RestAsync();

        ends[end].End(world.Workspace, world.App);
        await AnswerAsync(world);
        await world.UntilAsync(unit => unit.Db.Workspaces.AnyAsync(row => row.State == WorkspaceState.Stopped));
        await world.Slack.UntilAsync(() => world.App.App.Sockets.Open.Count == 0);
        (await world.Database.AskAsync(Scope(world), db => db.Workspaces.SingleAsync())).StateReason.Should().StartWith(ends[end].Reason);
        // Nothing is lost.
        await world.UntilAsync(unit => unit.Db.Outbox.AnyAsync(row => row.Key == Answer && row.State == EffectState.Waiting));

        world.Reinstall();
        await world.Slack.UntilAsync(() => world.App.App.Sockets.Open.Count > 0);
        await world.Database.DoAsync(Scope(world), unit => unit.RunAsync("UPDATE work_queue SET due_at = now()", CancellationToken.None));
        await world.Slack.UntilAsync(() => Answers(world, ada) > 0);
        await world.RestAsync();
        Answers(world, ada).Should().Be(1);
        (await world.Database.AskAsync(Scope(world), db => db.Workspaces.SingleAsync())).Should().Match<WorkspaceRow>(row => row.State == WorkspaceState.Connected && row.StateReason == null);
    }

    [Fact]
    public async Task other_workspaces_go_on()
    {
        await using var world = await World.World.StartAsync(withBot: false);
        var other = world.Slack.AddWorkspace(Blueprint.Small("Other"));
        var app = other.Install(AppManifest.LiveSop);
        await world.StartBotAsync(others: new WorkspaceTokens("other", new SlackTokens(app.BotToken, app.AppToken)));
        await world.Slack.UntilAsync(() => app.App.Sockets.Open.Count > 0);

        world.Workspace.Admin.Uninstall(world.App);
        await world.UntilAsync(unit => unit.Db.Workspaces.AnyAsync(row => row.State == WorkspaceState.Stopped));

        var ada = other.Person("ada");
        await ada.InviteAsync(app.Bot.Handle, "support");
        await world.Slack.UntilAsync(() => other.Visible(ada, "support").Messages.Any(message => message.User == app.Bot.Id));
    }

    [Fact]
    public async Task an_old_word_that_the_app_is_gone_does_not_disconnect_the_new_one()
    {
        await using var world = await World.World.StartAsync();
        await world.RestAsync();
        var before = Checks(world);

        world.Workspace.Admin.Uninstall(world.App);
        world.App.Dead = null;

        await world.Slack.UntilAsync(() => Checks(world) > before);
        await world.InviteAsync(world.Person("ada"), "support");
        (await world.Database.AskAsync(Scope(world), db => db.Workspaces.SingleAsync())).State.Should().Be(WorkspaceState.Connected);
    }

    [Fact]
    public async Task asks_slack_no_more_while_it_waits_for_tokens()
    {
        await using var world = await World.World.StartAsync();
        await world.RestAsync();

        world.Workspace.Admin.Revoke(world.App);
        await world.Slack.UntilAsync(() => world.App.App.Sockets.Open.Count == 0);
        var before = world.Slack.Calls.Total;
        for (var effect = 0; effect < 20; effect++) await AnswerAsync(world, $"{Answer} {effect}");
        // As long as it takes to look for work several times over.
        await Task.Delay(TimeSpan.FromSeconds(3));

        world.Slack.Calls.Total.Should().BeLessThanOrEqualTo(before + 2);
    }

    private static Task AnswerAsync(World.World world, string key = Answer) => world.Database.DoAsync(Scope(world), unit =>
        new Effects(unit, new(world.Workspace.Id), TimeProvider.System.GetUtcNow()).AddAsync(key,
            new Effect.Post(new(world.Workspace.Conversation("support").Id), null, SlackMessage.Of(Mrkdwn.Of($"{key}"))), CancellationToken.None));

    private static int Answers(World.World world, Person person) => world.Said(person, "support").Count(message => message.Text == Answer);

    private static int Checks(World.World world) => world.Slack.Calls.Count(call => call.Method == "auth.test");

    private static Scope.Miner Scope(World.World world) => new(new(world.Workspace.Id));
}
