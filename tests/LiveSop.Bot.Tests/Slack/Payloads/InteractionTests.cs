using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using static LiveSop.Bot.Slack.Payloads.SlackPayload;

namespace LiveSop.Bot.Tests.Slack.Payloads;

public sealed class InteractionTests
{
    private const string Who = """ "user":{"id":"U1","username":"alice","name":"alice","team_id":"T1"},"team":{"id":"T1","domain":"acme"},"api_app_id":"A1","token":"t","trigger_id":"1.2.a" """;

    [Fact]
    public void reads_a_command()
    {
        var command = Wire.Command("""
            {"token":"t","team_id":"T1","team_domain":"acme","enterprise_id":"E1","channel_id":"C1","channel_name":"general","user_id":"U1","user_name":"alice",
             "command":"/sop","text":"show onboarding","api_app_id":"A1","is_enterprise_install":"false","response_url":"https://hooks.slack.com/commands/x","trigger_id":"1.2.a"}
            """);

        command.Should().Be(new SlashCommand("/sop", "show onboarding", new ChannelId("C1"), new UserId("U1"))
        {
            Workspace = new WorkspaceId("T1"),
            ChannelName = "general",
            Interaction = new Interaction("1.2.a", "https://hooks.slack.com/commands/x"),
        });
    }

    [Fact]
    public void reads_a_click_under_a_message()
    {
        var click = Wire.Interactive($$"""
            {"type":"block_actions",{{Who}},"enterprise":null,"is_enterprise_install":false,
             "container":{"type":"message","message_ts":"1.2","channel_id":"C1","is_ephemeral":false,"thread_ts":"1.1"},
             "channel":{"id":"C1","name":"general"},"message":{"ts":"1.2","thread_ts":"1.1","user":"U0BOT","bot_id":"B0","blocks":[]},
             "state":{"values":{"b":{"a":{"type":"static_select","selected_option":{"text":{},"value":"v"} } } } },"response_url":"https://hooks.slack.com/actions/x",
             "actions":[{"type":"button","action_id":"go","block_id":"b1","value":"42","text":{},"style":"primary","action_ts":"1548426417.840180"}]}
            """).Should().BeOfType<BlockActions>().Which;

        click.Workspace.Should().Be(new WorkspaceId("T1"));
        click.Actor.Should().Be(new Actor(new UserId("U1"), "alice"));
        click.Place.Should().Be(new Place("message", new ChannelId("C1"), new MessageTs("1.2"), new MessageTs("1.1"), null));
        click.Actions.Should().Equal(new BlockAction("go", "b1", "button", new InputValue.Text("42")));
        click.State["b", "a"].AsText.Should().Be("v");
        click.Message!.BotId.Should().Be("B0");
        click.Interaction.TriggerId.Should().Be("1.2.a");
    }

    [Fact]
    public void a_click_on_an_ephemeral_message_has_no_message()
    {
        var click = Wire.Interactive($$"""
            {"type":"block_actions",{{Who}},"container":{"type":"message","message_ts":"1.2","channel_id":"C1","is_ephemeral":true},"actions":[{"action_id":"go"}]}
            """).Should().BeOfType<BlockActions>().Which;

        click.Message.Should().BeNull();
        click.Place.IsEphemeral.Should().BeTrue();
        click.Place.Channel.Should().Be(new ChannelId("C1"));
        click.Actions.Should().ContainSingle().Which.Value.Should().Be(new InputValue.Nothing());
    }

    [Fact]
    public void an_installation_for_an_organisation_names_the_team_by_the_user() =>
        Wire.Interactive("""{"type":"shortcut","callback_id":"c","team":null,"user":{"id":"U1","team_id":"T7"} }""").Workspace.Should().Be(new WorkspaceId("T7"));

    [Fact]
    public void reads_a_submitted_view()
    {
        var sent = Wire.Interactive($$"""
            {"type":"view_submission",{{Who}},"view":{"id":"V1","team_id":"T1","type":"modal","callback_id":"m1","external_id":"","private_metadata":"C1 1.1","hash":"156.cd",
             "root_view_id":"V1","previous_view_id":null,"state":{"values":{"Title":{"v":{"type":"plain_text_input","value":"Refunds"} },"Note":{"v":{"type":"plain_text_input","value":null} } } } },
             "response_urls":[{"block_id":"b","action_id":"a","channel_id":"C1","response_url":"https://hooks.slack.com/app/x"}]}
            """).Should().BeOfType<ViewSubmission>().Which;

        sent.View.Should().BeEquivalentTo(new { Id = "V1", Hash = "156.cd", CallbackId = "m1", ExternalId = (string?)null, PrivateMetadata = "C1 1.1", RootId = "V1", PreviousId = (string?)null });
        sent.View.State["Title", "v"].AsText.Should().Be("Refunds");
        sent.View.State["Title"].AsText.Should().Be("Refunds");
        sent.View.State["Note", "v"].Should().Be(new InputValue.Nothing());
        sent.View.State["Absent", "v"].Should().Be(new InputValue.Nothing());
        sent.ResponseUrls.Should().Equal("https://hooks.slack.com/app/x");
        sent.ToString().Should().NotContain("Refunds").And.NotContain("C1 1.1");
    }

    [Fact]
    public void reads_a_closed_view() =>
        Wire.Interactive("""{"type":"view_closed","user":{"id":"U1"},"view":{"id":"V1"},"is_cleared":true}""").Should().BeOfType<ViewClosed>().Which.WasCleared.Should().BeTrue();

    [Fact]
    public void reads_a_shortcut_on_a_message()
    {
        var shortcut = Wire.Interactive($$"""
            {"type":"message_action","callback_id":"livesop_which",{{Who}},"action_ts":"1","message_ts":"1.2","response_url":"https://hooks.slack.com/app/x",
             "channel":{"id":"C1","name":"general"},"message":{"type":"message","user":"U2","text":"broken","ts":"1.2","thread_ts":"1.1"} }
            """).Should().BeOfType<MessageShortcut>().Which;

        shortcut.Should().BeEquivalentTo(new { CallbackId = "livesop_which", Channel = new ChannelId("C1") });
        shortcut.Message.Should().BeEquivalentTo(new { Text = "broken", ThreadTs = new MessageTs("1.1") });
    }

    [Fact]
    public void reads_what_is_typed_into_a_select() =>
        Wire.Interactive($$"""{"type":"block_suggestion",{{Who}},"action_id":"pick","block_id":"b","value":"ref","container":{"type":"view","view_id":"V1"},"view":{"id":"V1"} }""")
            .Should().BeOfType<BlockSuggestion>().Which.Should().BeEquivalentTo(new { ActionId = "pick", Typed = "ref" });

    /// <summary>Each kind of element, and what it holds.</summary>
    public static TheoryData<string, object> Inputs => new()
    {
        { """{"type":"plain_text_input","value":"x"}""", new InputValue.Text("x") },
        { """{"type":"number_input","value":12.50}""", new InputValue.Text("12.50") },
        { """{"type":"static_select","selected_option":null}""", new InputValue.Nothing() },
        { """{"type":"overflow","selected_option":{"value":"v"}}""", new InputValue.Options(["v"]) },
        { """{"type":"checkboxes","selected_options":[{"value":"a"},{"value":"b"},null,7]}""", new InputValue.Options(["a", "b"]) },
        { """{"type":"checkboxes","selected_options":[]}""", new InputValue.Options([]) },
        { """{"type":"users_select","selected_user":"U1"}""", new InputValue.Ids(["U1"]) },
        { """{"type":"multi_conversations_select","selected_conversations":["C1","D1"]}""", new InputValue.Ids(["C1", "D1"]) },
        { """{"type":"datepicker","selected_date":"2026-11-22"}""", new InputValue.Date(new DateOnly(2026, 11, 22)) },
        { """{"type":"datepicker","selected_date":"soon"}""", new InputValue.Nothing() },
        { """{"type":"timepicker","selected_time":"09:30"}""", new InputValue.Time(new TimeOnly(9, 30)) },
        { """{"type":"datetimepicker","selected_date_time":1761234567}""", new InputValue.Moment(DateTimeOffset.FromUnixTimeSeconds(1761234567)) },
        { """{"type":"file_input","files":[{"id":"F1"}]}""", new InputValue.Files([new SlackFile("F1", null, null, null, null, null, false)]) },
        { "null", new InputValue.Nothing() },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void reads_each_kind_of_input(string element, object expected) =>
        InputValue.Read(System.Text.Json.JsonElement.Parse(element)).Should().BeEquivalentTo(expected, options => options.RespectingRuntimeTypes());

    [Theory]
    [InlineData("""{"type":"block_actions","user":null}""", "block_actions", "user")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1"},"actions":[{"value":"x"}]}""", "block_actions", "actions")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"}}""", "view_submission", "view")]
    [InlineData("""{"type":"message_action","user":{"id":"U1"},"callback_id":"c"}""", "message_action", "channel")]
    [InlineData("""{"type":"holograms","user":{"id":"U1"}}""", "holograms", null)]
    public void says_what_it_does_not_know(string payload, string type, string? missing) => Wire.Interactive(payload).Should().BeEquivalentTo(new Unknown(type, missing));

    [Theory]
    [InlineData("""{"channel_id":"C1","user_id":"U1"}""", "command")]
    [InlineData("""{"command":"/sop","user_id":"U1"}""", "channel_id")]
    [InlineData("""{"command":"/sop","channel_id":"C1"}""", "user_id")]
    public void says_what_a_command_lacks(string payload, string missing) => Wire.Command(payload).Should().Be(new Unknown("slash_commands", missing));
}
