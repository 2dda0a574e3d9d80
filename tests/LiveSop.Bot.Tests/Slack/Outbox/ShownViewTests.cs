using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Bot.Tests.Slack.Outbox;

/// <summary>Home tabs, and modals that nobody has open any more.</summary>
public sealed class ShownViewTests
{
    [Fact]
    public async Task somebody_who_opens_the_home_tab_finds_something_there()
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");

        await ada.OpenHomeAsync(world.Bot);
        await world.Slack.UntilAsync(() => Homes(world).Count > 0);
        await ada.OpenHomeAsync(world.Bot, "messages");
        await world.RestAsync();

        Homes(world).Should().ContainSingle().Which.Should().Contain("/sop mine");
        (await world.OutboxAsync()).Should().ContainSingle(row => row.Kind == "publish");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task of_what_waits_for_a_home_tab_the_last_is_shown_and_the_rest_left_out()
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");
        using var held = world.Slack.Chaos.OnCalls(new CallTrouble.Held(), When.Next(1), "views.publish");
        await world.TellAsync(("home 1", Home(ada.Id, "one")));
        await world.Slack.UntilAsync(() => held.Count == 1);

        await world.TellAsync([.. Enumerable.Range(2, 8).Select(i => ($"home {i}", Home(ada.Id, $"number {i}")))]);
        held.Dispose();
        await world.RestAsync();

        Homes(world).Should().ContainSingle().Which.Should().Contain("number 9");
        (await world.OutboxAsync()).Should().HaveCount(9).And.OnlyContain(row => row.State == EffectState.Sent);
        world.Slack.Calls.Count(call => call.Method == "views.publish").Should().Be(2);
    }

    [Fact]
    public async Task what_a_closed_modal_should_show_is_let_go_at_once()
    {
        await using var world = await World.World.StartAsync();

        await world.TellAsync(("refresh", new Effect.Refresh("VGONE", BlocksJson.Node<View>(new Modal(new("m"), PlainText.Of($"Gone"), [new Divider()])))));
        await world.RestAsync();

        (await world.OutboxAsync()).Should().ContainSingle().Which.State.Should().Be(EffectState.Sent);
    }

    private static List<string> Homes(World.World world) => [.. world.Workspace.Visible(world.Person("ada"), "general").Homes.Select(home => home.Json.GetRawText())];

    private static Effect Home(string user, string text) => new Effect.Publish(new(user), BlocksJson.Node<View>(new HomeView([new Section(Mrkdwn.Of($"{(UntrustedText)text}"))])));
}
