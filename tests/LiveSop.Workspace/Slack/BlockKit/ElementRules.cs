using System.Collections.Frozen;
using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>Interactive elements, and where each may stand.</summary>
internal static class ElementRules
{
    private static readonly string[] Pickers = ["datepicker", "timepicker"];
    private static readonly string[] Selects = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
    private static readonly string[] Multis = [.. Selects.Select(s => "multi_" + s)];
    private static readonly string[] Boxes = ["checkboxes", "radio_buttons"];

    private static readonly Dictionary<string, Shape> All = new(StringComparer.Ordinal)
    {
        ["button"] = Element().Must("text", TextRules.Plain(75)).May("value", Rules.Text(2000, 0)).May("url", Rules.Text(3000, 0)).May("style", Rules.OneOf("primary", "danger"))
            .May("confirm", TextRules.Confirm).May("accessibility_label", Rules.Text(75)),
        ["workflow_button"] = Element().Must("text", TextRules.Plain(75)).Must("workflow", Rules.Anything).May("style", Rules.OneOf("primary", "danger")).May("accessibility_label", Rules.Text(75)),
        ["overflow"] = Element().Must("options", Rules.List(TextRules.OverflowOption, 5)).May("confirm", TextRules.Confirm),
        ["image"] = Image,
        ["static_select"] = Static(Select()).May("initial_option", TextRules.Option),
        ["multi_static_select"] = Static(Multi()).May("initial_options", Rules.List(TextRules.Option, 100)),
        ["external_select"] = Select().May("initial_option", TextRules.Option).May("min_query_length", Rules.Whole(0, 3000)),
        ["multi_external_select"] = Multi().May("initial_options", Rules.List(TextRules.Option, 100)).May("min_query_length", Rules.Whole(0, 3000)),
        ["users_select"] = Select().May("initial_user", Rules.Id),
        ["multi_users_select"] = Multi().May("initial_users", Rules.List(Rules.Id, 1000)),
        ["conversations_select"] = Conversations(Select()).May("initial_conversation", Rules.Id).May("response_url_enabled", Rules.Flag),
        ["multi_conversations_select"] = Conversations(Multi()).May("initial_conversations", Rules.List(Rules.Id, 1000)),
        ["channels_select"] = Select().May("initial_channel", Rules.Id).May("response_url_enabled", Rules.Flag),
        ["multi_channels_select"] = Multi().May("initial_channels", Rules.List(Rules.Id, 1000)),
        ["checkboxes"] = Choice().May("initial_options", Rules.List(TextRules.RichOption, 10)),
        ["radio_buttons"] = Choice().May("initial_option", TextRules.RichOption),
        ["datepicker"] = Select().May("initial_date", Rules.Moment("yyyy-MM-dd")),
        ["timepicker"] = Select().May("initial_time", Rules.Moment("HH:mm")).May("timezone", Rules.Text(100)),
        ["datetimepicker"] = Focusable().May("confirm", TextRules.Confirm).May("initial_date_time", Rules.Whole(1_000_000_000, 9_999_999_999)),
        ["plain_text_input"] = Input().May("initial_value", Rules.Text(3000, 0)).May("multiline", Rules.Flag)
            .May("min_length", Rules.Whole(0, 3000)).May("max_length", Rules.Whole(1, 3000)).And(Lengths),
        ["email_text_input"] = Input().May("initial_value", Rules.Text(3000, 0)),
        ["url_text_input"] = Input().May("initial_value", Rules.Text(3000, 0)),
        ["number_input"] = Input().Must("is_decimal_allowed", Rules.Flag).May("initial_value", Rules.NumberText).May("min_value", Rules.NumberText).May("max_value", Rules.NumberText),
        ["rich_text_input"] = Input().May("initial_value", RichTextRules.Block.Check),
        ["file_input"] = Element().May("filetypes", Rules.List(Rules.Text(30), 100)).May("max_files", Rules.Whole(1, 10)),
        ["feedback_buttons"] = Element().Must("positive_button", Rules.Anything).Must("negative_button", Rules.Anything),
        ["icon_button"] = Element().Must("icon", Rules.Id).Must("text", TextRules.Plain(75)).May("value", Rules.Text(2000)).May("confirm", TextRules.Confirm)
            .May("accessibility_label", Rules.Text(75)).May("visible_to_user_ids", Rules.List(Rules.Id, 100)),
    };

    public static Rule InSection { get; } = Only(["button", "overflow", "image", "workflow_button", .. Pickers, .. Selects, .. Multis, .. Boxes]);

    public static Rule InActions { get; } = Only(["button", "overflow", "workflow_button", "datetimepicker", "rich_text_input", .. Pickers, .. Selects, .. Boxes]);

    public static Rule InContextActions { get; } = Only(["feedback_buttons", "icon_button"]);

    public static Rule InInput { get; } = Only(
    [
        "plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input", "file_input", "datetimepicker", .. Pickers, .. Selects, .. Multis, .. Boxes,
    ]);

    public static Shape Image => new Shape()
        .Must("type", Rules.Anything).May("image_url", Rules.Text(3000)).May("slack_file", Rules.Anything).Must("alt_text", Rules.Text(2000)).And(HasPicture);

    public static void HasPicture(JsonElement image, string at, Problems problems)
    {
        if (image.Get("image_url") is null && image.Get("slack_file") is null) problems.Add("missing required field: image_url", at);
    }

    private static Rule Only(string[] types) => Shape.ByType(types.ToFrozenDictionary(t => t, t => All[t], StringComparer.Ordinal));

    private static Shape Element() => new Shape().Must("type", Rules.Anything).May("action_id", Rules.Id);

    private static Shape Focusable() => Element().May("focus_on_load", Rules.Flag);

    private static Shape Select() => Focusable().May("placeholder", TextRules.Placeholder).May("confirm", TextRules.Confirm);

    private static Shape Multi() => Select().May("max_selected_items", Rules.Whole(1, 1000));

    private static Shape Input() => Focusable().May("placeholder", TextRules.Placeholder).May("dispatch_action_config", TextRules.DispatchConfig);

    private static Shape Choice() => Focusable().Must("options", Rules.List(TextRules.RichOption, 10)).May("confirm", TextRules.Confirm).And(TextRules.InitialIsOffered);

    private static Shape Static(Shape select) => select
        .May("options", Rules.List(TextRules.Option, 100)).May("option_groups", Rules.List(TextRules.OptionGroup, 100)).And(OneSource).And(TextRules.InitialIsOffered);

    private static Shape Conversations(Shape select) => select.May("default_to_current_conversation", Rules.Flag).May("filter", TextRules.Filter);

    private static void OneSource(JsonElement select, string at, Problems problems)
    {
        if (select.Get("options") is null == select.Get("option_groups") is null) problems.Add("must have either options or option_groups", at);
    }

    private static void Lengths(JsonElement input, string at, Problems problems)
    {
        if (input.Get("min_length") is { ValueKind: JsonValueKind.Number } least && input.Get("max_length") is { ValueKind: JsonValueKind.Number } most && least.GetDouble() > most.GetDouble())
            problems.Add("min_length must not be more than max_length", at);
    }
}
