using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>Messages as Slack writes them.</summary>
internal static class MessageJson
{
    public static void Write(Utf8JsonWriter json, Conversation place, Message message, string root, bool withMetadata = true)
    {
        json.WriteStartObject();
        Fields(json, place, message, root, withMetadata);
        json.WriteEndObject();
    }

    /// <summary>Without the braces, so that an event can add its own fields.</summary>
    public static void Fields(Utf8JsonWriter json, Conversation place, Message message, string root, bool withMetadata = true)
    {
        json.WriteString("type", "message");
        json.Text("subtype", message.Subtype);
        json.Text("user", message.User);
        json.WriteString("ts", message.Ts);
        json.Text("client_msg_id", message.ClientId);
        json.WriteString("text", message.Text);
        json.Text("team", message.Team);
        if (message.Team is not null && place.IsConnected) Origin(json, message.Team);
        if (message.Bot is { } bot) Bot(json, bot);
        json.Text("inviter", message.Inviter);
        if (message.Renamed is { } names) Renamed(json, names);
        Content(json, message, root, withMetadata);
        if (message.Edited is { } edited) Edited(json, edited);
        Thread(json, place, message);
        if (message.Reactions.Count > 0) Reactions(json, message.Reactions);
    }

    private static void Origin(Utf8JsonWriter json, string team)
    {
        json.WriteString("user_team", team);
        json.WriteString("source_team", team);
    }

    private static void Bot(Utf8JsonWriter json, BotMark bot)
    {
        json.WriteString("bot_id", bot.BotId);
        json.Text("app_id", bot.AppId);
        json.Text("username", bot.PostsAs);
        if (bot.Icon is not null)
        {
            json.WriteStartObject("icons");
            json.WriteString("emoji", bot.Icon);
            json.WriteEndObject();
        }
        if (bot.AppId is null) return;
        json.WriteStartObject("bot_profile");
        json.WriteString("id", bot.BotId);
        json.WriteString("app_id", bot.AppId);
        json.WriteString("name", bot.Name);
        json.WriteBoolean("deleted", false);
        json.WriteNumber("updated", 1_700_000_000);
        json.WriteString("team_id", bot.TeamId);
        json.WriteEndObject();
    }

    private static void Content(Utf8JsonWriter json, Message message, string root, bool withMetadata)
    {
        if (message.Blocks is { } blocks) json.Write("blocks", blocks);
        else if (message.ClientId is not null && message.Text.Length > 0) RichText.Write(json, message);
        json.Write("attachments", message.Attachments);
        if (withMetadata) json.Write("metadata", message.Metadata);
        if (message.Files.Count == 0) return;
        json.WriteStartArray("files");
        foreach (var file in message.Files) FileJson.Write(json, file, root, withShares: false);
        json.WriteEndArray();
        json.WriteBoolean("upload", true);
    }

    private static void Renamed(Utf8JsonWriter json, (string Old, string New) names)
    {
        json.WriteString("old_name", names.Old);
        json.WriteString("name", names.New);
    }

    private static void Edited(Utf8JsonWriter json, Edit edited)
    {
        json.WriteStartObject("edited");
        json.WriteString("user", edited.User);
        json.WriteString("ts", edited.Ts);
        json.WriteEndObject();
    }

    private static void Thread(Utf8JsonWriter json, Conversation place, Message message)
    {
        if (message.ThreadTs is { } threadTs)
        {
            json.WriteString("thread_ts", threadTs);
            json.Text("parent_user_id", message.ParentUser);
            if (message.Subtype == "thread_broadcast" && place.Log.Find(threadTs) is { } first) Broadcast(json, place, first);
            return;
        }
        if (place.Log.Replies(message.Ts) is { Count: > 0 } replies)
        {
            json.WriteString("thread_ts", message.Ts);
            ThreadSummary.Write(json, place, replies);
        }
    }

    private static void Broadcast(Utf8JsonWriter json, Conversation place, Message first)
    {
        json.WriteStartObject("root");
        json.WriteString("type", "message");
        json.Text("user", first.User);
        json.WriteString("ts", first.Ts);
        json.WriteString("text", first.Text);
        json.WriteString("thread_ts", first.Ts);
        ThreadSummary.Write(json, place, place.Log.Replies(first.Ts));
        json.WriteEndObject();
    }

    private static void Reactions(Utf8JsonWriter json, IReadOnlyList<Reacted> reactions)
    {
        json.WriteStartArray("reactions");
        foreach (var reaction in reactions)
        {
            json.WriteStartObject();
            json.WriteString("name", reaction.Name);
            json.WriteStartArray("users");
            foreach (var user in reaction.Users) json.WriteStringValue(user);
            json.WriteEndArray();
            json.WriteNumber("count", reaction.Users.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
