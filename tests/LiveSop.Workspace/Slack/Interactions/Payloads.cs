using System.Text.Json;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>What Slack sends an app about what a person did.</summary>
internal static class Payloads
{
    public sealed record Command(Installation App, Conversation Place, string Name, string Text, ResponseUrl Url);

    public sealed record MessageClick(Installation App, SeenMessage Message, Placed Placed, FormState State, ResponseUrl Url);

    public sealed record MessageShortcut(Installation App, SeenMessage Message, string CallbackId, ResponseUrl Url);

    /// <summary>Flat, all values text.</summary>
    public static void Slash(Utf8JsonWriter json, World world, Person who, Command command)
    {
        json.WriteStartObject();
        json.WriteString("token", "verification-token");
        json.WriteString("team_id", who.Workspace.Id);
        json.WriteString("team_domain", who.Workspace.Domain);
        json.WriteString("channel_id", command.Place.Id);
        json.WriteString("channel_name", PlaceName(command.Place));
        json.WriteString("user_id", who.Id);
        json.WriteString("user_name", who.Account.Handle);
        json.WriteString("command", command.Name);
        json.WriteString("text", command.Text);
        json.WriteString("api_app_id", command.App.App.Id);
        json.WriteString("is_enterprise_install", "false");
        json.WriteString("response_url", world.Ground.Root + command.Url.Path);
        json.WriteString("trigger_id", world.Triggers.Issue(command.App, who.Id));
        json.WriteEndObject();
    }

    public static void Click(Utf8JsonWriter json, World world, Person who, MessageClick click, string[] chosen)
    {
        Begin(json, "block_actions", who, click.App);
        json.WriteStartObject("container");
        json.WriteString("type", "message");
        json.WriteString("message_ts", click.Message.Ts);
        json.WriteString("channel_id", click.Message.Place.Id);
        json.WriteBoolean("is_ephemeral", click.Message.IsEphemeral);
        json.Text("thread_ts", click.Message.ThreadTs);
        json.WriteEndObject();
        json.WriteString("trigger_id", world.Triggers.Issue(click.App, who.Id));
        Channel(json, click.Message.Place);
        if (!click.Message.IsEphemeral) json.Write("message", click.Message.Json);
        click.State.Write(json, click.Message.Blocks);
        json.WriteString("response_url", world.Ground.Root + click.Url.Path);
        Action(json, world, click.Placed, chosen);
        json.WriteEndObject();
    }

    public static void Click(Utf8JsonWriter json, World world, Person who, View view, Placed placed, string[] chosen)
    {
        Begin(json, "block_actions", who, view.App);
        InView(json, view);
        json.WriteString("trigger_id", world.Triggers.Issue(view.App, who.Id, view.Id));
        Action(json, world, placed, chosen);
        json.WriteEndObject();
    }

    public static void Submit(Utf8JsonWriter json, World world, Person who, View view)
    {
        Begin(json, "view_submission", who, view.App);
        json.WriteString("trigger_id", world.Triggers.Issue(view.App, who.Id, view.Id));
        json.Write("view", view.Json);
        json.WriteStartArray("response_urls");
        foreach (var placed in Elements.In(view.Blocks).Where(p => p.BlockType == "input" && p.Element.Flag("response_url_enabled"))) ResponseUrl(json, world, who, view, placed);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Closed(Utf8JsonWriter json, Person who, View view, bool cleared)
    {
        Begin(json, "view_closed", who, view.App);
        json.Write("view", view.Json);
        json.WriteBoolean("is_cleared", cleared);
        json.WriteEndObject();
    }

    public static void Shortcut(Utf8JsonWriter json, World world, Person who, Installation app, string callbackId)
    {
        Begin(json, "shortcut", who, app);
        json.WriteString("callback_id", callbackId);
        json.WriteString("trigger_id", world.Triggers.Issue(app, who.Id));
        json.WriteString("action_ts", Ts.Of(Ts.Micros(world.Ground.Now)));
        json.WriteEndObject();
    }

    public static void Shortcut(Utf8JsonWriter json, World world, Person who, MessageShortcut used)
    {
        Begin(json, "message_action", who, used.App);
        json.WriteString("callback_id", used.CallbackId);
        json.WriteString("trigger_id", world.Triggers.Issue(used.App, who.Id));
        json.WriteString("action_ts", Ts.Of(Ts.Micros(world.Ground.Now)));
        json.WriteString("message_ts", used.Message.Ts);
        json.WriteString("response_url", world.Ground.Root + used.Url.Path);
        Channel(json, used.Message.Place);
        json.Write("message", used.Message.Json);
        json.WriteEndObject();
    }

    public static void Suggest(Utf8JsonWriter json, Person who, View view, Placed placed, string typed)
    {
        Begin(json, "block_suggestion", who, view.App);
        InView(json, view);
        Asked(json, placed, typed);
        json.WriteEndObject();
    }

    public static void Suggest(Utf8JsonWriter json, Person who, Installation app, SeenMessage message, (Placed Placed, string Typed) asked)
    {
        Begin(json, "block_suggestion", who, app);
        json.WriteStartObject("container");
        json.WriteString("type", "message");
        json.WriteString("message_ts", message.Ts);
        json.WriteString("channel_id", message.Place.Id);
        json.WriteBoolean("is_ephemeral", message.IsEphemeral);
        json.WriteEndObject();
        Channel(json, message.Place);
        Asked(json, asked.Placed, asked.Typed);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string type, Person who, Installation app)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartObject("user");
        json.WriteString("id", who.Id);
        json.WriteString("username", who.Account.Handle);
        json.WriteString("name", who.Account.Handle);
        json.WriteString("team_id", who.Account.TeamId);
        json.WriteEndObject();
        json.WriteStartObject("team");
        json.WriteString("id", who.Workspace.Id);
        json.WriteString("domain", who.Workspace.Domain);
        json.WriteEndObject();
        json.WriteNull("enterprise");
        json.WriteBoolean("is_enterprise_install", false);
        json.WriteString("api_app_id", app.App.Id);
        json.WriteString("token", "verification-token");
    }

    private static void InView(Utf8JsonWriter json, View view)
    {
        json.WriteStartObject("container");
        json.WriteString("type", "view");
        json.WriteString("view_id", view.Id);
        json.WriteEndObject();
        json.Write("view", view.Json);
    }

    private static void Channel(Utf8JsonWriter json, Conversation place)
    {
        json.WriteStartObject("channel");
        json.WriteString("id", place.Id);
        json.WriteString("name", PlaceName(place));
        json.WriteEndObject();
    }

    private static string PlaceName(Conversation place) => place.Kind switch
    {
        RoomKind.Direct => "directmessage",
        RoomKind.Private => "privategroup",
        _ => place.Name,
    };

    private static void Action(Utf8JsonWriter json, World world, Placed placed, string[] chosen)
    {
        json.WriteStartArray("actions");
        json.WriteStartObject();
        json.WriteString("type", placed.Type);
        json.WriteString("action_id", placed.ActionId);
        json.WriteString("block_id", placed.BlockId);
        foreach (var name in new[] { "text", "value", "style", "placeholder" })
            if (placed.Type == "button" || name == "placeholder") json.Write(name, placed.Element.Get(name));
        if (placed.Type != "button") ElementValue.Write(json, placed.Element, chosen);
        json.WriteString("action_ts", Ts.Of(Ts.Micros(world.Ground.Now)));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void ResponseUrl(Utf8JsonWriter json, World world, Person who, View view, Placed placed)
    {
        if (view.State.Entered(placed) is not [var channel, ..] || view.App.Workspace.Conversations.Find(channel) is not { } place) return;
        json.WriteStartObject();
        json.WriteString("block_id", placed.BlockId);
        json.WriteString("action_id", placed.ActionId);
        json.WriteString("channel_id", channel);
        json.WriteString("response_url", world.Ground.Root + world.ResponseUrls.Issue("actions", view.App, who.Id, place).Path);
        json.WriteEndObject();
    }

    private static void Asked(Utf8JsonWriter json, Placed placed, string typed)
    {
        json.WriteString("action_id", placed.ActionId);
        json.WriteString("block_id", placed.BlockId);
        json.WriteString("value", typed);
    }
}
