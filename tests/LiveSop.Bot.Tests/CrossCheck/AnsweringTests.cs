using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>What people do with the bot's commands, buttons and modals, and how it answers.</summary>
public abstract class AnsweringTests(Func<Task<SlackServer>> startServer) : ClientTests(startServer)
{
    [Fact]
    public async Task a_command_is_answered_by_its_address()
    {
        (await Slack.CommandAsync("/sop", "help")).Acked.Should().BeTrue();
        var command = await HeardAsync<SlackPayload.SlashCommand>();

        var response = await Bot.Respond.PostAsync(command.Interaction.ResponseUrl!, Words("Here is what I can do"));

        command.Should().BeEquivalentTo(new { Command = "/sop", Text = "help", Channel, User = Person, Workspace = new WorkspaceId(Slack.Team) });
        response.Should().Be(new Response.Delivered());
        (await Slack.WhispersAsync()).Should().ContainSingle().Which["text"]!.GetValue<string>().Should().Be("Here is what I can do");
        (await Slack.FaultsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task an_address_takes_five_answers_and_no_more()
    {
        await Slack.CommandAsync("/sop", "help");
        var address = (await HeardAsync<SlackPayload.SlashCommand>()).Interaction.ResponseUrl!;

        var responses = new List<Response>();
        for (var n = 0; n < 6; n++) responses.Add(await Bot.Respond.PostAsync(address, Words($"answer {n}")));

        responses[..5].Should().OnlyContain(response => response == new Response.Delivered());
        responses[5].Should().Be(new Response.Refused(404));
    }

    [Fact]
    public async Task a_command_is_answered_in_its_acknowledgement()
    {
        AckWith(_ => Words("Working on it"));

        var receipt = await Slack.CommandAsync("/sop", "mine");

        ((string?)receipt.Payload!["text"]).Should().Be("Working on it");
    }

    [Fact]
    public async Task a_trigger_opens_one_view()
    {
        await Slack.CommandAsync("/sop", "new");
        var trigger = (await HeardAsync<SlackPayload.SlashCommand>()).Interaction.TriggerId!;

        var view = await Api.Views.OpenAsync(trigger, Modal("New", Section("Loading")));
        var again = await FluentActions.Awaiting(() => Api.Views.OpenAsync(trigger, Modal("New", Section("Loading")))).Should().ThrowAsync<SlackCallException>();

        view.Hash.Should().NotBeNullOrEmpty();
        again.Which.Failure.Should().Be(new SlackFailure.StaleInteraction());
        (await Slack.FaultsAsync()).Should().Equal("exchanged_trigger_id");
    }

    [Fact]
    public async Task a_press_opens_a_modal_that_is_filled_in_by_the_name_we_gave_it()
    {
        var posted = await PostFormAsync();
        (await Slack.PressAsync(posted.Ts.Value, "go")).Acked.Should().BeTrue();
        var press = await HeardAsync<SlackPayload.BlockActions>();

        var view = await Api.Views.OpenAsync(press.Interaction.TriggerId!, Named("Loading", "steps-1"));
        await Api.Views.UpdateExternalAsync("steps-1", Named("Steps", "steps-1"));

        press.Actor.User.Should().Be(Person);
        press.Place.Should().BeEquivalentTo(new { Kind = "message", Channel, Message = posted.Ts, IsEphemeral = false });
        press.Actions.Should().ContainSingle().Which.Should().BeEquivalentTo(new { ActionId = "go", BlockId = "choices", Type = "button", Value = new InputValue.Text("run:1") });
        press.Message!.Text.Should().Be("Shall I?");
        ((string?)(await Slack.ViewAsync(view.Id))!["title"]!["text"]).Should().Be("Steps");
        (await Slack.FaultsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task a_pressed_message_is_replaced_by_its_address()
    {
        var posted = await PostFormAsync();
        await Slack.PressAsync(posted.Ts.Value, "go");
        var address = (await HeardAsync<SlackPayload.BlockActions>()).Interaction.ResponseUrl!;

        var response = await Bot.Respond.PostAsync(address, new JsonObject { ["replace_original"] = true, ["text"] = "Done", ["blocks"] = new JsonArray(Section("Done")) });

        response.Should().Be(new Response.Delivered());
        var message = await Slack.MessageAsync(posted.Ts.Value);
        ((string?)message["text"]).Should().Be("Done");
        message["blocks"]!.AsArray().Should().ContainSingle().Which!["type"]!.GetValue<string>().Should().Be("section");
        (await Slack.WhispersAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task a_submission_is_answered_in_its_acknowledgement_until_it_is_right()
    {
        var view = await OpenFormAsync();
        AckWith(payload => Title(payload) switch
        {
            "x" => new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject { ["title"] = "At least 3 letters" } },
            "working" => new JsonObject { ["response_action"] = "update", ["view"] = Modal("Working", Input()) },
            _ => null,
        });

        var refused = await Slack.SubmitAsync(view.Id, "value", "x");
        var replaced = await Slack.SubmitAsync(view.Id, "value", "working");
        var title = (string?)(await Slack.ViewAsync(view.Id))!["title"]!["text"];
        var accepted = await Slack.SubmitAsync(view.Id, "value", "A good title");

        ((string?)refused.Payload!["errors"]!["title"]).Should().Be("At least 3 letters");
        ((string?)replaced.Payload!["response_action"]).Should().Be("update");
        title.Should().Be("Working");
        accepted.Should().Match<Receipt>(receipt => receipt.Acked && !receipt.IsAnswered);
        (await Slack.ViewAsync(view.Id)).Should().BeNull("it closes");
        (await Slack.FaultsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task a_form_brings_what_it_was_given_and_nothing_for_what_was_left_empty()
    {
        var view = await OpenFormAsync();

        await Slack.SubmitAsync(view.Id, "value", null);

        var submitted = await HeardAsync<SlackPayload.ViewSubmission>();
        submitted.Actor.User.Should().Be(Person);
        submitted.View.Should().BeEquivalentTo(new { view.Id, PrivateMetadata = "run 12", CallbackId = "form" });
        submitted.View.State["title", "value"].Should().Be(new InputValue.Nothing());
        submitted.View.State.Blocks.Should().Equal("title");
    }

    [Fact]
    public async Task a_form_that_is_closed_says_so()
    {
        var view = await OpenFormAsync();

        await Slack.CloseAsync(view.Id);

        (await HeardAsync<SlackPayload.ViewClosed>()).Should().Match<SlackPayload.ViewClosed>(closed => closed.View.Id == view.Id && !closed.WasCleared);
    }

    [Fact]
    public async Task a_menu_is_filled_in_the_acknowledgement()
    {
        var posted = await PostFormAsync();
        AckWith(payload => payload is SlackPayload.BlockSuggestion asked
            ? new JsonObject { ["options"] = new JsonArray(new JsonObject { ["text"] = Plain($"{asked.Typed} one"), ["value"] = "1" }) }
            : null);

        var receipt = await Slack.SuggestAsync(posted.Ts.Value, "pick", "exp");

        ((string?)receipt.Payload!["options"]![0]!["text"]!["text"]).Should().Be("exp one");
        (await HeardAsync<SlackPayload.BlockSuggestion>()).Should().BeEquivalentTo(new { ActionId = "pick", BlockId = "choices", Typed = "exp", Channel = (ChannelId?)Channel });
        (await Slack.FaultsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task a_shortcut_on_a_message_brings_the_message()
    {
        var said = await Slack.SayAsync("we restart the worker");

        await Slack.ShortcutAsync("note", said.Ts);

        (await HeardAsync<SlackPayload.MessageShortcut>())
            .Should().BeEquivalentTo(new { CallbackId = "note", Channel, Message = new { Ts = new MessageTs(said.Ts), Text = "we restart the worker", User = (UserId?)Person } });
    }

    [Fact]
    public async Task a_shortcut_of_its_own_brings_nothing_but_a_trigger()
    {
        await Slack.ShortcutAsync("note");

        (await HeardAsync<SlackPayload.GlobalShortcut>()).Interaction.Should().Match<Interaction>(given => given.TriggerId != null && given.ResponseUrl == null);
    }

    private async Task<SlackView> OpenFormAsync()
    {
        await Slack.CommandAsync("/sop", "form");
        var form = Modal("New", Input());
        (form["callback_id"], form["private_metadata"]) = ("form", "run 12");
        return await Api.Views.OpenAsync((await HeardAsync<SlackPayload.SlashCommand>()).Interaction.TriggerId!, form);
    }

    private static string? Title(SlackPayload payload) => (payload as SlackPayload.ViewSubmission)?.View.State["title", "value"].AsText;

    private static JsonObject Input() => new()
    {
        ["type"] = "input",
        ["block_id"] = "title",
        ["optional"] = true,
        ["label"] = Plain("Title"),
        ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = "value" },
    };

    private static JsonObject Named(string title, string name)
    {
        var modal = Modal(title, Section(title));
        modal["external_id"] = name;
        return modal;
    }

    private static JsonObject Words(string text) => new() { ["text"] = text };
}
