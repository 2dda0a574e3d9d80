using System.Text.Json;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class SubmissionTests
{
    [Fact]
    public async Task errors_stay_at_their_inputs_and_a_plain_ack_closes()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await Modals.OpenAsync(rig, socket);

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
        var view = await Modals.OpenAsync(rig, socket);

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
        var view = await Modals.OpenAsync(rig, socket);

        var refused = await rig.Ada.SubmitAsync(view);

        refused.Should().BeOfType<Shown.Refused>().Which.Errors.Should().ContainKey("i");
        rig.Slack.Deliveries.Should().ContainSingle("only the command went out");
    }

    [Fact]
    public async Task an_empty_optional_input_is_null_and_not_absent()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await Modals.OpenAsync(rig, socket);

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
        var view = await Modals.OpenAsync(rig, socket);

        var pushed = (Shown.Opened)await Modals.SubmitAsync(rig, socket, view, $$"""{"response_action":"push","view":{{Modals.Form}}}""");
        var third = (Shown.Opened)await Modals.SubmitAsync(rig, socket, pushed.View, $$"""{"response_action":"push","view":{{Modals.Form}}}""");
        var fourth = await Modals.SubmitAsync(rig, socket, third.View, $$"""{"response_action":"push","view":{{Modals.Form}}}""");
        var updated = await Modals.SubmitAsync(rig, socket, third.View, $$"""{"response_action":"update","view":{{Modals.Form.Replace("\"T\"", "\"New\"", StringComparison.Ordinal)}}}""");
        var stack = rig.Team.Visible(rig.Ada, "support").Modals;
        var cleared = await Modals.SubmitAsync(rig, socket, third.View, """{"response_action":"clear"}""");

        pushed.View.Json.Get("previous_view_id").Should().Be(view.Id);
        pushed.View.Json.Get("root_view_id").Should().Be(view.Id);
        fourth.Should().BeOfType<Shown.Failed>("three views are a full stack");
        updated.Should().BeOfType<Shown.Opened>();
        stack.Select(v => v.Title).Should().Equal("T", "T", "New");
        cleared.Should().BeOfType<Shown.Closed>();
        rig.Team.Visible(rig.Ada, "support").Modals.Should().BeEmpty();
    }

    [Fact]
    public async Task closing_is_told_where_the_view_asks_for_it()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        var view = await Modals.OpenAsync(rig, socket);

        var closed = rig.Ada.CloseAsync(view);
        var told = await socket.AnswerAsync();

        (await closed).Should().BeOfType<Shown.Closed>();
        told.Get("payload.type").Should().Be("view_closed");
        told.Get("payload.is_cleared").Should().Be("False");
        told.At("payload.trigger_id").Should().BeNull();
    }
}
