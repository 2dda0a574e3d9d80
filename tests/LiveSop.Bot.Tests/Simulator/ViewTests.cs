using System.Text.Json;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Interactions;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class ViewTests
{
    private const string Form = """
        {"type":"modal","callback_id":"m1","title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"Go"},"private_metadata":"run 12","notify_on_close":true,"blocks":[
         {"type":"input","block_id":"i","label":{"type":"plain_text","text":"L"},"element":{"type":"plain_text_input","action_id":"a"}},
         {"type":"input","block_id":"o","optional":true,"label":{"type":"plain_text","text":"L"},"element":{"type":"static_select","action_id":"s","options":[
           {"text":{"type":"plain_text","text":"One"},"value":"1"},{"text":{"type":"plain_text","text":"Two"},"value":"2"}]}},
         {"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"more","text":{"type":"plain_text","text":"More"},"value":"42"},
           {"type":"external_select","action_id":"opt","placeholder":{"type":"plain_text","text":"x"}}]}]}
        """;

    private const string Plain = """{"type":"modal","title":{"type":"plain_text","text":"Second"},"blocks":[]}""";

    [Fact]
    public async Task a_trigger_serves_once()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var trigger = await TriggerAsync(rig, socket);

        var opened = await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Form));

        opened.Get("view.private_metadata").Should().Be("run 12");
        opened.Get("view.state.values.i.a.type").Should().Be("plain_text_input");
        rig.Team.Visible(rig.Ada, "support").Modals.Should().ContainSingle().Which.Title.Should().Be("T");
        rig.Team.Visible(rig.Bo, "support").Modals.Should().BeEmpty();
        (await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Form))).Get("error").Should().Be("exchanged_trigger_id");
        (await rig.CallAsync("views.open", ("trigger_id", "1.2.3"), ("view", Form))).Get("error").Should().Be("invalid_trigger_id");
    }

    [Fact]
    public async Task a_trigger_lives_three_seconds()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var trigger = await TriggerAsync(rig, socket);

        rig.Clock.Advance(TimeSpan.FromSeconds(3.1));

        (await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Form))).Get("error").Should().Be("expired_trigger_id");
    }

    [Fact]
    public async Task errors_stay_at_their_inputs_and_a_plain_ack_closes()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);

        var first = rig.Ada.SubmitAsync(view, ("i/a", "x"), ("o/s", "2"));
        var submitted = await socket.AnswerAsync("""{"response_action":"errors","errors":{"i":"too short"}}""");
        var refused = await first;
        var second = rig.Ada.SubmitAsync(view, ("i/a", "long enough"));
        await socket.AnswerAsync();

        submitted.Get("accepts_response_payload").Should().Be("True");
        submitted.Get("payload.view.state.values.i.a.value").Should().Be("x");
        submitted.Get("payload.view.state.values.o.s.selected_option.text.text").Should().Be("Two");
        submitted.Get("payload.view.private_metadata").Should().Be("run 12");
        refused.Should().BeOfType<Shown.Refused>().Which.Errors.Should().Equal(new Dictionary<string, string> { ["i"] = "too short" });
        (await second).Should().BeOfType<Shown.Closed>();
        rig.Team.Visible(rig.Ada, "support").Modals.Should().BeEmpty();
    }

    [Fact]
    public async Task errors_that_name_no_input_are_a_failure_and_a_fault()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);

        var submitted = rig.Ada.SubmitAsync(view, ("i/a", "x"));
        await socket.AnswerAsync("""{"response_action":"errors","errors":{"b":"not an input"}}""");

        (await submitted).Should().BeOfType<Shown.Failed>();
        rig.Slack.Faults.Should().ContainSingle().Which.Why.Should().Contain("no input block");
        rig.Team.Visible(rig.Ada, "support").Modals.Should().ContainSingle();
    }

    [Fact]
    public async Task slack_itself_asks_for_what_must_be_filled_in()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);

        var refused = await rig.Ada.SubmitAsync(view);

        refused.Should().BeOfType<Shown.Refused>().Which.Errors.Should().ContainKey("i");
        rig.Slack.Deliveries.Should().ContainSingle("only the command went out");
    }

    [Fact]
    public async Task an_empty_optional_input_is_null_and_not_absent()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);

        var submitted = rig.Ada.SubmitAsync(view, ("i/a", "x"));
        var envelope = await socket.AnswerAsync();
        await submitted;

        envelope.GetProperty("payload").GetProperty("view").GetProperty("state").GetProperty("values").GetProperty("o").GetProperty("s")
            .GetProperty("selected_option").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task an_ack_may_update_push_or_clear()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);

        var pushed = (Shown.Opened)await SubmitAsync(rig, socket, view, $$"""{"response_action":"push","view":{{Form}}}""");
        var third = (Shown.Opened)await SubmitAsync(rig, socket, pushed.View, $$"""{"response_action":"push","view":{{Form}}}""");
        var fourth = await SubmitAsync(rig, socket, third.View, $$"""{"response_action":"push","view":{{Form}}}""");
        var updated = await SubmitAsync(rig, socket, third.View, $$"""{"response_action":"update","view":{{Form.Replace("\"T\"", "\"New\"", StringComparison.Ordinal)}}}""");
        var stack = rig.Team.Visible(rig.Ada, "support").Modals;
        var cleared = await SubmitAsync(rig, socket, third.View, """{"response_action":"clear"}""");

        pushed.View.Json.Get("previous_view_id").Should().Be(view.Id);
        pushed.View.Json.Get("root_view_id").Should().Be(view.Id);
        fourth.Should().BeOfType<Shown.Failed>("three views are a full stack");
        updated.Should().BeOfType<Shown.Opened>();
        stack.Select(v => v.Title).Should().Equal("T", "T", "New");
        cleared.Should().BeOfType<Shown.Closed>();
        rig.Team.Visible(rig.Ada, "support").Modals.Should().BeEmpty();
    }

    [Fact]
    public async Task a_button_in_a_modal_gives_a_trigger_to_push_with()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);

        var clicked = rig.Ada.ClickAsync(view, "more");
        var click = await socket.AnswerAsync();
        await clicked;
        var pushed = await rig.CallAsync("views.push", ("trigger_id", click.Get("payload.trigger_id")!), ("view", Plain));

        click.Get("payload.actions.0.value").Should().Be("42");
        click.Get("payload.container.view_id").Should().Be(view.Id);
        click.At("payload.channel").Should().BeNull();
        click.At("payload.response_url").Should().BeNull();
        pushed.Get("view.previous_view_id").Should().Be(view.Id);
    }

    [Fact]
    public async Task an_update_needs_the_present_hash_and_keeps_what_was_typed()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);
        var old = view.Hash;
        view.State.Enter("i", "a", ["half a sentence"]);

        var updated = await rig.CallAsync("views.update", ("view_id", view.Id), ("hash", old), ("view", Form));
        var conflict = await rig.CallAsync("views.update", ("view_id", view.Id), ("hash", old), ("view", Form));

        updated.Get("view.hash").Should().NotBe(old);
        updated.Get("view.state.values.i.a.value").Should().Be("half a sentence");
        conflict.Get("error").Should().Be("hash_conflict");
        (await rig.CallAsync("views.update", ("view_id", "V0NONE"), ("view", Form))).Get("error").Should().Be("not_found");
    }

    [Fact]
    public async Task an_external_id_names_one_view()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var named = Plain.Replace("\"blocks\"", "\"external_id\":\"run-12\",\"blocks\"", StringComparison.Ordinal);
        await rig.CallAsync("views.open", ("trigger_id", await TriggerAsync(rig, socket)), ("view", named));

        (await rig.CallAsync("views.open", ("trigger_id", await TriggerAsync(rig, socket)), ("view", named))).Get("error").Should().Be("duplicate_external_id");
        (await rig.CallAsync("views.update", ("external_id", "run-12"), ("view", named))).IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task closing_is_told_where_the_view_asks_for_it()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);

        var closed = rig.Ada.CloseAsync(view);
        var told = await socket.AnswerAsync();

        (await closed).Should().BeOfType<Shown.Closed>();
        told.Get("payload.type").Should().Be("view_closed");
        told.Get("payload.is_cleared").Should().Be("False");
        told.At("payload.trigger_id").Should().BeNull();
    }

    [Fact]
    public async Task an_external_select_offers_what_the_app_answers()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await OpenAsync(rig, socket);

        var asked = rig.Ada.SuggestAsync(view, "opt", "on");
        var envelope = await socket.AnswerAsync("""{"options":[{"text":{"type":"plain_text","text":"one"},"value":"1"}]}""");

        envelope.Get("payload.value").Should().Be("on");
        (await asked).Should().BeOfType<Shown.Offered>().Which.Options.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"type":"modal","blocks":[]}""", "missing required field: title", "/view")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"a title of more than twenty-four"},"blocks":[]}""", "must be less than 25 characters", "/view/title/text")]
    [InlineData("""{"type":"home","blocks":[]}""", "must be one of: modal", "/view/type")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[{"type":"table","rows":[]}]}""", "unsupported type: table", "/view/blocks/0/type")]
    public async Task a_view_that_slack_refuses_is_named_and_costs_no_trigger(string view, string message, string pointer)
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var trigger = await TriggerAsync(rig, socket);

        var refused = await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", view));

        refused.Get("error").Should().Be("invalid_arguments");
        refused.Get("response_metadata.messages").Should().Contain($"[ERROR] {message} [json-pointer:{pointer}]");
        (await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Plain))).IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task a_modal_with_inputs_needs_submit_and_one_with_too_much_in_it_is_too_large()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var trigger = await TriggerAsync(rig, socket);
        var sections = string.Join(',', Enumerable.Repeat($$$"""{"type":"section","text":{"type":"plain_text","text":"{{{new string('x', 2900)}}}"}}""", 90));

        var mute = await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Form.Replace("\"submit\":{\"type\":\"plain_text\",\"text\":\"Go\"},", "", StringComparison.Ordinal)));
        var large = await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", $$"""{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[{{sections}}]}"""));

        mute.Get("response_metadata.messages.0").Should().Contain("submit");
        large.Get("error").Should().Be("view_too_large");
    }

    private static async Task<string> TriggerAsync(Rig rig, Listener socket)
    {
        var asked = rig.Ada.SlashAsync("support", "/sop", "new");
        var envelope = await socket.AnswerAsync();
        await asked;
        return envelope.Get("payload.trigger_id")!;
    }

    private static async Task<View> OpenAsync(Rig rig, Listener socket)
    {
        await rig.CallAsync("views.open", ("trigger_id", await TriggerAsync(rig, socket)), ("view", Form));
        return rig.Team.Visible(rig.Ada, "support").Modals[^1];
    }

    private static async Task<Shown> SubmitAsync(Rig rig, Listener socket, View view, string answer)
    {
        var submitted = rig.Ada.SubmitAsync(view, ("i/a", "text"));
        await socket.AnswerAsync(answer);
        return await submitted;
    }
}
