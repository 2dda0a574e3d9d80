using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>Composition objects: texts, options, dialogs that ask again.</summary>
internal static class TextRules
{
    private const int LongestOptionValue = 150;

    public static Rule Plain(int most) => new Shape().Must("type", Rules.OneOf("plain_text")).Must("text", Rules.Text(most)).May("emoji", Rules.Flag).Check;

    public static Rule Mrkdwn(int most) => new Shape().Must("type", Rules.OneOf("mrkdwn")).Must("text", Rules.Text(most)).May("verbatim", Rules.Flag).Check;

    /// <summary>Either of them.</summary>
    public static Rule Any(int most)
    {
        var (plain, mrkdwn) = (Plain(most), Mrkdwn(most));
        return (value, at, problems) => (value.Text("type") == "mrkdwn" ? mrkdwn : plain)(value, at, problems);
    }

    public static Rule Placeholder { get; } = Plain(150);

    public static Rule Option { get; } = Options(Plain(75)).Check;

    /// <summary>For checkboxes and radio buttons, whose texts may be formatted.</summary>
    public static Rule RichOption { get; } = Options(Any(75), Any(75)).Check;

    public static Rule OverflowOption { get; } = Options(Plain(75)).May("url", Rules.Text(3000)).Check;

    public static Rule OptionGroup { get; } = new Shape().Must("label", Plain(75)).Must("options", Rules.List(Option, 100)).Check;

    public static Rule Confirm { get; } = new Shape()
        .Must("title", Plain(100)).Must("text", Any(300)).Must("confirm", Plain(30)).Must("deny", Plain(30)).May("style", Rules.OneOf("primary", "danger")).Check;

    public static Rule DispatchConfig { get; } = new Shape().Must("trigger_actions_on", Rules.List(Rules.OneOf("on_enter_pressed", "on_character_entered"), 2)).Check;

    public static Rule Filter { get; } = new Shape()
        .May("include", Rules.List(Rules.OneOf("im", "mpim", "private", "public"), 4))
        .May("exclude_external_shared_channels", Rules.Flag).May("exclude_bot_users", Rules.Flag).Check;

    /// <summary>What is chosen at first must equal an option that is offered, to the letter.</summary>
    public static void InitialIsOffered(JsonElement element, string at, Problems problems)
    {
        List<JsonElement> offered = [.. element.Items("options"), .. element.Items("option_groups").SelectMany(g => g.Items("options"))];
        if (element.Get("initial_option") is { } one && !offered.Exists(o => JsonElement.DeepEquals(o, one))) problems.Add("initial_option must be one of the options", $"{at}/initial_option");
        foreach (var several in element.Items("initial_options"))
            if (!offered.Exists(o => JsonElement.DeepEquals(o, several))) problems.Add("initial_options must be among the options", $"{at}/initial_options");
    }

    private static Shape Options(Rule text, Rule? description = null) =>
        new Shape().Must("text", text).Must("value", Rules.Text(LongestOptionValue)).May("description", description ?? Plain(75));
}
