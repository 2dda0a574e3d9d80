using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Tests.Blocks;

public sealed class ElementShapeTests
{
    private static readonly SlackAction Go = new("go");
    private static readonly Option One = new(PlainText.Of("One"), ActionKey.Of("1"));
    private static readonly Option Two = new(PlainText.Of("Two"), ActionKey.Of("2")) { Description = PlainText.Of("second") };

    private const string OneJson = """{"text":{"type":"plain_text","text":"One"},"value":"1"}""";
    private const string TwoJson = """{"text":{"type":"plain_text","text":"Two"},"value":"2","description":{"type":"plain_text","text":"second"}}""";

    [Fact]
    public void static_selects()
    {
        Is(new StaticSelect(Go, [One, Two]) { InitialOption = One, Placeholder = PlainText.Of("Pick") },
            $$"""{"type":"static_select","action_id":"go","options":[{{OneJson}},{{TwoJson}}],"initial_option":{{OneJson}},"placeholder":{"type":"plain_text","text":"Pick"} }""");
        Is(new MultiStaticSelect(Go, [One, Two]) { InitialOptions = [Two], MaxSelectedItems = 1 },
            $$"""{"type":"multi_static_select","action_id":"go","options":[{{OneJson}},{{TwoJson}}],"initial_options":[{{TwoJson}}],"max_selected_items":1}""");
        Is(new StaticSelect(Go, [new OptionGroup(PlainText.Of("Group"), [One])]),
            $$"""{"type":"static_select","action_id":"go","option_groups":[{"label":{"type":"plain_text","text":"Group"},"options":[{{OneJson}}]}]}""");
    }

    [Fact]
    public void selects_that_ask_the_bot()
    {
        Is(new ExternalSelect(Go) { MinQueryLength = 0, InitialOption = One }, $$"""{"type":"external_select","action_id":"go","min_query_length":0,"initial_option":{{OneJson}} }""");
        Is(new MultiExternalSelect(Go) { InitialOptions = [One] }, $$"""{"type":"multi_external_select","action_id":"go","initial_options":[{{OneJson}}]}""");
    }

    [Fact]
    public void selects_of_people_and_places()
    {
        Is(new UsersSelect(Go) { InitialUser = new UserId("U1") }, """{"type":"users_select","action_id":"go","initial_user":"U1"}""");
        Is(new MultiUsersSelect(Go) { InitialUsers = [new("U1"), new("U2")] }, """{"type":"multi_users_select","action_id":"go","initial_users":["U1","U2"]}""");
        Is(new ChannelsSelect(Go) { InitialChannel = new ChannelId("C1"), ResponseUrlEnabled = true }, """{"type":"channels_select","action_id":"go","initial_channel":"C1","response_url_enabled":true}""");
        Is(new MultiChannelsSelect(Go) { InitialChannels = [new("C1")] }, """{"type":"multi_channels_select","action_id":"go","initial_channels":["C1"]}""");
        Is(new ConversationsSelect(Go) { DefaultToCurrentConversation = true, Filter = new([ConversationKind.Public, ConversationKind.Im]) { ExcludeBotUsers = true } },
            """{"type":"conversations_select","action_id":"go","default_to_current_conversation":true,"filter":{"include":["public","im"],"exclude_bot_users":true}}""");
        Is(new MultiConversationsSelect(Go) { InitialConversations = [new("D1")] }, """{"type":"multi_conversations_select","action_id":"go","initial_conversations":["D1"]}""");
    }

    [Fact]
    public void choices_in_view()
    {
        Is(new Checkboxes(Go, [One, Two]) { InitialOptions = [One] }, $$"""{"type":"checkboxes","action_id":"go","options":[{{OneJson}},{{TwoJson}}],"initial_options":[{{OneJson}}]}""");
        Is(new RadioButtons(Go, [One, Two]) { InitialOption = Two }, $$"""{"type":"radio_buttons","action_id":"go","options":[{{OneJson}},{{TwoJson}}],"initial_option":{{TwoJson}} }""");
    }

    [Fact]
    public void pickers()
    {
        Is(new DatePicker(Go) { InitialDate = new(2026, 2, 9) }, """{"type":"datepicker","action_id":"go","initial_date":"2026-02-09"}""");
        Is(new TimePicker(Go) { InitialTime = new(9, 5), Timezone = "Europe/Berlin" }, """{"type":"timepicker","action_id":"go","initial_time":"09:05","timezone":"Europe/Berlin"}""");
        Is(new TimePicker(Go) { InitialTime = TimeOnly.MinValue }, """{"type":"timepicker","action_id":"go","initial_time":"00:00"}""");
        Is(new DateTimePicker(Go) { InitialDateTime = DateTimeOffset.FromUnixTimeSeconds(1761234567) }, """{"type":"datetimepicker","action_id":"go","initial_date_time":1761234567}""");
    }

    [Fact]
    public void typed_inputs()
    {
        Is(new PlainTextInput(Go) { InitialValue = "as it was", MinLength = 0, DispatchActionConfig = new([DispatchMoment.OnEnterPressed]) },
            """{"type":"plain_text_input","action_id":"go","initial_value":"as it was","min_length":0,"dispatch_action_config":{"trigger_actions_on":["on_enter_pressed"]}}""");
        Is(new NumberInput(Go, IsDecimalAllowed: false) { InitialValue = 0.95m, MinValue = 0, MaxValue = 1, FocusOnLoad = true },
            """{"type":"number_input","action_id":"go","is_decimal_allowed":false,"initial_value":"0.95","min_value":"0","max_value":"1","focus_on_load":true}""");
        Is(new EmailInput(Go) { InitialValue = "a@b.example" }, """{"type":"email_text_input","action_id":"go","initial_value":"a@b.example"}""");
        Is(new UrlInput(Go) { InitialValue = "https://a.example" }, """{"type":"url_text_input","action_id":"go","initial_value":"https://a.example"}""");
        Is(new RichTextInput(Go) { InitialValue = new RichText(Rich.Paragraph($"a")) },
            """{"type":"rich_text_input","action_id":"go","initial_value":{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a"}]}]}}""");
        Is(new FileInput(Go) { Filetypes = ["csv"], MaxFiles = 1 }, """{"type":"file_input","action_id":"go","filetypes":["csv"],"max_files":1}""");
    }

    [Fact]
    public void buttons_that_lead_out() =>
        Is(new Button(Go, PlainText.Of("Open")) { Url = new("https://jira.example/browse/A-1?x=<y>|z"), AccessibilityLabel = PlainText.Of("Open in Jira") },
            """{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Open"},"url":"https://jira.example/browse/A-1?x=%3Cy%3E%7Cz","accessibility_label":"Open in Jira"}""");

    private static void Is(Element element, string json) => BlockShape.Is(element, json);
}
