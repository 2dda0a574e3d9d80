using System.Text.Json;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>Tells the apps what happened: those that subscribed, hold the scope, and whose bot may see it. All of it under the gate.</summary>
internal sealed class Broadcast(Ground ground, Postman postman)
{
    public void Posted(Conversation place, Message message)
    {
        var body = MessageEvents.Posted(place, message, ground.Root);
        ToListeners(place, body);
        Mentions(place, message);
    }

    /// <param name="before">What it said until now.</param>
    public void Changed(Conversation place, Message now, Message before, string eventTs)
    {
        ToListeners(place, MessageEvents.Changed(place, now, before, eventTs, ground.Root));
        if (now.Edited is not null && now.Edited != before.Edited && now.Text != before.Text) Mentions(place, now);
    }

    public void Deleted(Conversation place, Message gone, string eventTs) =>
        ToListeners(place, MessageEvents.Deleted(place, gone, eventTs, ground.Root));

    /// <summary>An event about a place, to the bots that are in it.</summary>
    public void InPlace(Conversation place, string name, string scope, Action<Utf8JsonWriter> fields)
    {
        var body = Body(name, fields);
        foreach (var workspace in place.Workspaces)
            foreach (var app in workspace.Installations)
                if (place.Has(app.Bot.Id) && app.Hears(name, scope)) Send(app, body, place);
    }

    /// <summary>An event about the workspace, to all its apps.</summary>
    public void InWorkspace(SlackWorkspace workspace, string name, string? scope, Action<Utf8JsonWriter> fields)
    {
        var body = Body(name, fields);
        foreach (var app in workspace.Installations)
            if (app.Hears(name, scope)) Send(app, body, null);
    }

    /// <summary>An event for one app alone.</summary>
    public void To(Installation app, string name, Action<Utf8JsonWriter> fields)
    {
        if (app.Hears(name, null)) Send(app, Body(name, fields), null);
    }

    /// <summary>Slack gave up on an app that had too many events: this message has no inner event.</summary>
    public void RateLimited(Installation app) => postman.SendEvent(app.App, ground.Mint.Id("Ev"), JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("token", "verification-token");
        json.WriteString("team_id", app.Workspace.Id);
        json.WriteNumber("minute_rate_limited", ground.Now.ToUnixTimeSeconds() / 60 * 60);
        json.WriteString("api_app_id", app.App.Id);
        json.WriteString("type", "app_rate_limited");
        json.WriteEndObject();
    }));

    private static byte[] Body(string name, Action<Utf8JsonWriter> fields) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", name);
        fields(json);
        json.WriteEndObject();
    });

    private void ToListeners(Conversation place, byte[] body)
    {
        foreach (var workspace in place.Workspaces)
            foreach (var app in workspace.Installations)
                if (place.Has(app.Bot.Id) && app.HearsMessages(place.Kind)) Send(app, body, place);
    }

    /// <summary>Never in direct messages. The second event about the same message.</summary>
    private void Mentions(Conversation place, Message message)
    {
        if (!place.IsChannel || !IsSpeech(message) || !message.Text.Contains("<@", StringComparison.Ordinal)) return;
        foreach (var workspace in place.Workspaces)
            foreach (var app in workspace.Installations)
                if (place.Has(app.Bot.Id) && Names(message.Text, app.Bot.Id) && app.Hears("app_mention", "app_mentions:read"))
                    Send(app, MessageEvents.Mentioned(place, message, ground.Root), place);
    }

    /// <summary>Slack's own notes name people too, and mention nobody.</summary>
    private static bool IsSpeech(Message message) => message.Subtype is null or "file_share" or "thread_broadcast" or "me_message" or "bot_message";

    private static bool Names(string text, string user) =>
        text.Contains($"<@{user}>", StringComparison.Ordinal) || text.Contains($"<@{user}|", StringComparison.Ordinal);

    private void Send(Installation app, byte[] body, Conversation? place)
    {
        var eventId = ground.Mint.Id("Ev");
        var payload = JsonBytes.Of((app, body, shared: place?.IsConnected == true, eventId, at: ground.Now), static (json, it) => Wrapper(json, it.app, it.body, it.shared, (it.eventId, it.at)));
        postman.SendEvent(app.App, eventId, payload);
    }

    private static void Wrapper(Utf8JsonWriter json, Installation app, byte[] body, bool shared, (string Id, DateTimeOffset At) what)
    {
        json.WriteStartObject();
        json.WriteString("token", "verification-token");
        json.WriteString("team_id", app.Workspace.Id);
        json.WriteString("context_team_id", app.Workspace.Id);
        json.WriteNull("context_enterprise_id");
        json.WriteString("api_app_id", app.App.Id);
        json.WritePropertyName("event");
        json.WriteRawValue(body, skipInputValidation: true);
        json.WriteString("type", "event_callback");
        json.WriteString("event_id", what.Id);
        json.WriteNumber("event_time", what.At.ToUnixTimeSeconds());
        json.WriteStartArray("authorizations");
        json.WriteStartObject();
        json.WriteNull("enterprise_id");
        json.WriteString("team_id", app.Workspace.Id);
        json.WriteString("user_id", app.Bot.Id);
        json.WriteBoolean("is_bot", true);
        json.WriteBoolean("is_enterprise_install", false);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteBoolean("is_ext_shared_channel", shared);
        json.WriteString("event_context", "4-" + what.Id);
        json.WriteEndObject();
    }
}
