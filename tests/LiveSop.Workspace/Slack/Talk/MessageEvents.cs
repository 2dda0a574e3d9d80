using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>The inner events about messages.</summary>
internal static class MessageEvents
{
    public static byte[] Posted(Conversation place, Message message, string root) => JsonBytes.Of((place, message, root), static (json, it) =>
    {
        json.WriteStartObject();
        MessageJson.Fields(json, it.place, it.message, it.root);
        Where(json, it.place, it.message.Ts);
        json.WriteEndObject();
    });

    public static byte[] Mentioned(Conversation place, Message message, string root) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "app_mention");
        json.Text("user", message.User);
        json.WriteString("ts", message.Ts);
        json.Text("client_msg_id", message.ClientId);
        json.WriteString("text", message.Text);
        json.Text("team", message.Team);
        json.Text("bot_id", message.Bot?.BotId);
        json.Text("thread_ts", message.ThreadTs);
        json.Text("parent_user_id", message.ParentUser);
        if (message.Edited is { } edited) json.Write("edited", JsonBytes.Element(e => Edit(e, edited)));
        if (message.Files.Count > 0) Files(json, message, root);
        json.WriteString("channel", place.Id);
        json.WriteString("event_ts", message.Edited?.Ts ?? message.Ts);
        json.WriteEndObject();
    });

    /// <param name="eventTs">Of the change, not of the message.</param>
    public static byte[] Changed(Conversation place, Message now, Message before, string eventTs, string root) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteString("subtype", "message_changed");
        json.WriteBoolean("hidden", true);
        json.WritePropertyName("message");
        MessageJson.Write(json, place, now, root);
        json.WritePropertyName("previous_message");
        MessageJson.Write(json, place, before, root);
        json.WriteString("ts", eventTs);
        Where(json, place, eventTs);
        json.WriteEndObject();
    });

    public static byte[] Deleted(Conversation place, Message gone, string eventTs, string root) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteString("subtype", "message_deleted");
        json.WriteBoolean("hidden", true);
        json.WriteString("deleted_ts", gone.Ts);
        json.WritePropertyName("previous_message");
        MessageJson.Write(json, place, gone, root);
        json.WriteString("ts", eventTs);
        Where(json, place, eventTs);
        json.WriteEndObject();
    });

    private static void Where(Utf8JsonWriter json, Conversation place, string eventTs)
    {
        json.WriteString("channel", place.Id);
        json.WriteString("channel_type", place.Kind.ChannelType());
        json.WriteString("event_ts", eventTs);
    }

    private static void Edit(Utf8JsonWriter json, Edit edited)
    {
        json.WriteStartObject();
        json.WriteString("user", edited.User);
        json.WriteString("ts", edited.Ts);
        json.WriteEndObject();
    }

    private static void Files(Utf8JsonWriter json, Message message, string root)
    {
        json.WriteStartArray("files");
        foreach (var file in message.Files) FileJson.Write(json, file, root, withShares: false);
        json.WriteEndArray();
    }
}
