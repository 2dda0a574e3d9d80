using System.Text.Json;
using static LiveSop.Bot.Slack.Payloads.SlackPayload;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>What people do with the bot: commands, clicks, modals, shortcuts.</summary>
internal static class InteractionReader
{
    public static SlackPayload Command(JsonElement payload)
    {
        if (payload.Id("command"u8) is not { } command) return new Unknown("slash_commands", "command");
        if (payload.Channel("channel_id"u8) is not { } channel) return new Unknown("slash_commands", "channel_id");
        if (payload.User("user_id"u8) is not { } user) return new Unknown("slash_commands", "user_id");
        return new SlashCommand(command, payload.Words("text"u8) ?? "", channel, user)
        {
            Workspace = payload.Workspace("team_id"u8),
            ChannelName = payload.Words("channel_name"u8),
            Interaction = Interaction.Read(payload),
        };
    }

    public static SlackPayload Read(JsonElement payload)
    {
        var type = payload.Id("type"u8) ?? "interactive";
        if (Actor.Read(payload) is not { } actor) return new Unknown(type, "user");
        // The team is null for installations of a whole organisation.
        var workspace = payload.Workspace("team"u8) ?? payload.Get("user"u8).Workspace("team_id"u8);
        return Of(type, payload, actor) with { Workspace = workspace };
    }

    private static SlackPayload Of(string type, JsonElement payload, Actor actor) => type switch
    {
        "block_actions" => Actions(payload, actor),
        "view_submission" => SlackView.Read(payload.Get("view"u8)) is { } view ? Submission(payload, actor, view) : new Unknown(type, "view"),
        "view_closed" => SlackView.Read(payload.Get("view"u8)) is { } view
            ? new ViewClosed(actor, view, payload.Flag("is_cleared"u8))
            : new Unknown(type, "view"),
        "message_action" => Shortcut(payload, actor),
        "shortcut" => payload.Id("callback_id"u8) is { } id
            ? new GlobalShortcut(id, actor) { Interaction = Interaction.Read(payload) }
            : new Unknown(type, "callback_id"),
        "block_suggestion" => Suggestion(payload, actor),
        _ => new Unknown(type),
    };

    private static SlackPayload Actions(JsonElement payload, Actor actor)
    {
        var view = SlackView.Read(payload.Get("view"u8));
        List<BlockAction> actions = [];
        foreach (var action in payload.Each("actions"u8))
        {
            if (BlockAction.Read(action) is { } read) actions.Add(read);
        }
        if (actions.Count == 0) return new Unknown("block_actions", "actions");
        return new BlockActions(actor, Place.Read(payload), actions)
        {
            Message = SlackMessage.Read(payload.Get("message"u8)),
            View = view,
            State = payload.Get("state"u8).IsObject() ? FormState.Read(payload.Get("state"u8)) : view?.State ?? FormState.Empty,
            Interaction = Interaction.Read(payload),
        };
    }

    private static ViewSubmission Submission(JsonElement payload, Actor actor, SlackView view)
    {
        List<string> urls = [];
        foreach (var item in payload.Each("response_urls"u8))
        {
            if (item.Words("response_url"u8) is { } url) urls.Add(url);
        }
        return new ViewSubmission(actor, view) { ResponseUrls = urls, Interaction = Interaction.Read(payload) };
    }

    private static SlackPayload Shortcut(JsonElement payload, Actor actor)
    {
        if (payload.Id("callback_id"u8) is not { } id) return new Unknown("message_action", "callback_id");
        if (payload.Channel("channel"u8) is not { } channel) return new Unknown("message_action", "channel");
        var message = SlackMessage.Read(payload.Get("message"u8)) ?? (payload.Ts("message_ts"u8) is { } ts ? new SlackMessage { Ts = ts } : null);
        return message is null
            ? new Unknown("message_action", "message")
            : new MessageShortcut(id, actor, channel, message) { Interaction = Interaction.Read(payload) };
    }

    private static SlackPayload Suggestion(JsonElement payload, Actor actor) => payload.Id("action_id"u8) is not { } id
        ? new Unknown("block_suggestion", "action_id")
        : new BlockSuggestion(actor, id, payload.Id("block_id"u8), payload.Words("value"u8) ?? "")
        {
            Channel = Place.Read(payload).Channel,
            View = SlackView.Read(payload.Get("view"u8)),
        };
}
