using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class ViewTests
{
    [Fact]
    public async Task a_trigger_serves_once()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var trigger = await Modals.TriggerAsync(rig, socket);

        var opened = await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Modals.Form));

        opened.Get("view.private_metadata").Should().Be("run 12");
        opened.Get("view.state.values.i.a.type").Should().Be("plain_text_input");
        rig.Team.Visible(rig.Ada, "support").Modals.Should().ContainSingle().Which.Title.Should().Be("T");
        rig.Team.Visible(rig.Bo, "support").Modals.Should().BeEmpty();
        (await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Modals.Form))).Get("error").Should().Be("exchanged_trigger_id");
        (await rig.CallAsync("views.open", ("trigger_id", "1.2.3"), ("view", Modals.Form))).Get("error").Should().Be("invalid_trigger_id");
    }

    [Fact]
    public async Task a_trigger_lives_three_seconds()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var trigger = await Modals.TriggerAsync(rig, socket);

        rig.Clock.Advance(TimeSpan.FromSeconds(3.1));

        (await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Modals.Form))).Get("error").Should().Be("expired_trigger_id");
    }

    [Fact]
    public async Task a_button_in_a_modal_gives_a_trigger_to_push_with()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await Modals.OpenAsync(rig, socket);

        var clicked = rig.Ada.ClickAsync(view, "more");
        var click = await socket.AnswerAsync();
        await clicked;
        var pushed = await rig.CallAsync("views.push", ("trigger_id", click.Get("payload.trigger_id")!), ("view", Modals.Plain));

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
        var view = await Modals.OpenAsync(rig, socket);
        var old = view.Hash;
        view.State.Enter("i", "a", ["half a sentence"]);

        var updated = await rig.CallAsync("views.update", ("view_id", view.Id), ("hash", old), ("view", Modals.Form));
        var conflict = await rig.CallAsync("views.update", ("view_id", view.Id), ("hash", old), ("view", Modals.Form));

        updated.Get("view.hash").Should().NotBe(old);
        updated.Get("view.state.values.i.a.value").Should().Be("half a sentence");
        conflict.Get("error").Should().Be("hash_conflict");
        (await rig.CallAsync("views.update", ("view_id", "V0NONE"), ("view", Modals.Form))).Get("error").Should().Be("not_found");
    }

    [Fact]
    public async Task an_external_id_names_one_view()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var named = Modals.Plain.Replace("\"blocks\"", "\"external_id\":\"run-12\",\"blocks\"", StringComparison.Ordinal);
        await rig.CallAsync("views.open", ("trigger_id", await Modals.TriggerAsync(rig, socket)), ("view", named));

        (await rig.CallAsync("views.open", ("trigger_id", await Modals.TriggerAsync(rig, socket)), ("view", named))).Get("error").Should().Be("duplicate_external_id");
        (await rig.CallAsync("views.update", ("external_id", "run-12"), ("view", named))).IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task an_external_select_offers_what_the_app_answers()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await Modals.OpenAsync(rig, socket);

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
        var trigger = await Modals.TriggerAsync(rig, socket);

        var refused = await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", view));

        refused.Get("error").Should().Be("invalid_arguments");
        refused.Get("response_metadata.messages").Should().Contain($"[ERROR] {message} [json-pointer:{pointer}]");
        (await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Modals.Plain))).IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task a_modal_with_inputs_needs_submit_and_one_with_too_much_in_it_is_too_large()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var trigger = await Modals.TriggerAsync(rig, socket);
        var sections = string.Join(',', Enumerable.Repeat($$$"""{"type":"section","text":{"type":"plain_text","text":"{{{new string('x', 2900)}}}"}}""", 90));

        var mute = await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", Modals.Form.Replace("\"submit\":{\"type\":\"plain_text\",\"text\":\"Go\"},", "", StringComparison.Ordinal)));
        var large = await rig.CallAsync("views.open", ("trigger_id", trigger), ("view", $$"""{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[{{sections}}]}"""));

        mute.Get("response_metadata.messages.0").Should().Contain("submit");
        large.Get("error").Should().Be("view_too_large");
    }
}
