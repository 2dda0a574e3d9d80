using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using static LiveSop.Bot.Slack.Payloads.SlackPayload;

namespace LiveSop.Bot.Tests.Slack.Modals;

/// <summary>Modals that open at once, chosen by what was typed or pressed, and that are filled or changed by the handler.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task a_command_opens_the_modal_that_its_words_choose_and_its_handler_fills_it()
    {
        var typed = new Heard<SlashCommand>((command, context) => command.Text == "list" ? null : new Effect.Fill(context.Key, Form.Json($"Ready to {command.Text}")));
        await using var bot = await RoutedBot.StartAsync(new SlackRoutes().Command("/sop", typed, Opening));

        await bot.Ada.SlashAsync("general", "/sop", "list");
        await bot.Slack.UntilAsync(() => typed.Payloads.Count == 1);
        bot.Modals.Should().BeEmpty();

        await bot.Ada.SlashAsync("general", "/sop", "edit");
        await bot.ShowsAsync("Ready to edit");
        bot.Modals.Should().ContainSingle();
        bot.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task what_is_pressed_in_a_modal_opens_on_top_of_it_up_to_three()
    {
        var pressed = new Heard<BlockActions>((_, context) => new Effect.Fill(context.Key, Form.Json("On top")));
        await using var bot = await RoutedBot.StartAsync(new SlackRoutes().Command("/sop", new Heard<SlashCommand>(), Opening).Action(Form.More, pressed, _ => Form.Render("…")));
        await bot.OpenAsync("edit");

        for (var depth = 2; depth <= 3; depth++)
        {
            await bot.Ada.ClickAsync(bot.Modals[^1], Form.More.Id);
            await bot.Slack.UntilAsync(() => bot.Modals.Count == depth);
            await bot.ShowsAsync("On top");
        }
        await bot.Ada.ClickAsync(bot.Modals[^1], Form.More.Id);
        await bot.Slack.UntilAsync(() => pressed.Payloads.Count == 3);

        bot.Modals.Should().HaveCount(3);
        await bot.CalledAsync("views.open", times: 1);
        await bot.CalledAsync("views.push", times: 3);
    }

    [Fact]
    public async Task what_is_pressed_on_the_home_tab_opens_by_itself()
    {
        var home = new HomeView([new Actions([new Button(Form.More, PlainText.Of($"More"))])]);
        var shown = new Heard<SlackEvent.AppHomeOpened>((opened, _) => new Effect.Publish(opened.User, BlocksJson.Node<View>(home)));
        await using var bot = await RoutedBot.StartAsync(new SlackRoutes().On(shown).Action(Form.More, new Heard<BlockActions>(), _ => Form.Render("Opened")));
        await bot.Ada.OpenHomeAsync("livesop");
        await bot.Slack.UntilAsync(() => bot.Homes.Count == 1);

        await bot.Ada.ClickAsync(bot.Homes[0], Form.More.Id);

        await bot.ShowsAsync("Opened");
        await bot.CalledAsync("views.open", times: 1);
    }

    [Fact]
    public async Task a_modal_that_is_pressed_in_is_changed_in_place_and_in_order()
    {
        var presses = 0;
        var pressed = new Heard<BlockActions>((actions, _) => new Effect.Refresh(actions.View!.Id, Form.Json($"Pressed {Interlocked.Increment(ref presses)} times")));
        await using var bot = await RoutedBot.StartAsync(new SlackRoutes().Command("/sop", new Heard<SlashCommand>(), Opening).Action(Form.More, pressed));
        var form = await bot.OpenAsync("edit");

        for (var press = 0; press < 5; press++) await bot.Ada.ClickAsync(form, Form.More.Id);

        await bot.ShowsAsync("Pressed 5 times");
        await bot.RestAsync();
        bot.Modals.Should().ContainSingle().Which.Json.GetRawText().Should().Contain("Pressed 5 times");
    }

    private static Modal? Opening(SlashCommand command) => command.Text == "list" ? null : Form.Render($"About to {command.Text} …");
}
