using System.Text.Json;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;

namespace LiveSop.Workspace.Export;

/// <summary>One message as an export holds it: parents know their replies, replies their parent.</summary>
internal sealed class SlackMessageWriter(ILookup<string, HistoryMessage> threads, IReadOnlyDictionary<string, HistoryMessage> roots)
{
    public void Write(Utf8JsonWriter json, HistoryMessage message)
    {
        json.WriteStartObject();
        Head(json, message);
        if (message.FileName is not null) File(json, message);
        if (message.EditedAt is { } edited) Edited(json, message, edited);
        if (threads.Contains(message.Ts)) Parent(json, message.Ts, [.. threads[message.Ts]]);
        if (message.ThreadTs is not null) Reply(json, message.ThreadTs);
        if (message.Reactions.Count > 0) Reactions(json, message.Reactions);
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, HistoryMessage message)
    {
        var author = message.Author;
        json.WriteString("type", "message");
        if (author.IsApp && author.AppUserId is null) json.WriteString("subtype", "bot_message");
        else if (message.Subtype is not null) json.WriteString("subtype", message.Subtype);
        if (SlackUser(author) is { } user) json.WriteString("user", user);
        if (author.IsApp) App(json, author);
        json.WriteString("text", message.Text);
        json.WriteString("ts", message.Ts);
        if (author.Role == Role.Guest) Profile(json, author);
    }

    /// <summary>An old webhook has no user.</summary>
    private static string? SlackUser(Colleague author) => author.IsApp ? author.AppUserId : author.Id;

    private static void App(Utf8JsonWriter json, Colleague app)
    {
        json.WriteString("bot_id", app.Id);
        if (app.AppUserId is null)
        {
            json.WriteString("username", app.Name);
            return;
        }
        json.WriteString("app_id", SlackId.From("A", app.Handle));
        json.WriteStartObject("bot_profile");
        json.WriteString("id", app.Id);
        json.WriteString("name", app.Name);
        json.WriteString("team_id", House.TeamId);
        json.WriteEndObject();
    }

    private static void Profile(Utf8JsonWriter json, Colleague guest)
    {
        json.WriteString("user_team", guest.Unlisted ? SlackId.From("T", guest.Handle) : House.TeamId);
        json.WriteString("source_team", guest.Unlisted ? SlackId.From("T", guest.Handle) : House.TeamId);
        json.WriteStartObject("user_profile");
        json.WriteString("first_name", guest.FirstName);
        json.WriteString("real_name", guest.Name);
        json.WriteString("display_name", guest.Handle);
        json.WriteString("name", guest.Handle);
        json.WriteBoolean("is_restricted", !guest.Unlisted);
        json.WriteBoolean("is_ultra_restricted", false);
        json.WriteEndObject();
    }

    private static void File(Utf8JsonWriter json, HistoryMessage message)
    {
        var id = SlackId.From("F", message.Key);
        json.WriteBoolean("upload", true);
        json.WriteStartArray("files");
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", message.FileName);
        json.WriteString("user", message.Author.Id);
        json.WriteString("url_private", $"https://files.slack.example/{House.TeamId}-{id}/{message.FileName}");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Edited(Utf8JsonWriter json, HistoryMessage message, DateTimeOffset at)
    {
        json.WriteStartObject("edited");
        json.WriteString("user", message.Author.Id);
        json.WriteString("ts", $"{at.ToUnixTimeSeconds()}.000000");
        json.WriteEndObject();
    }

    private static void Parent(Utf8JsonWriter json, string ts, IReadOnlyList<HistoryMessage> replies)
    {
        var users = replies.Select(r => SlackUser(r.Author) ?? r.Author.Id).Distinct().ToList();
        json.WriteString("thread_ts", ts);
        json.WriteNumber("reply_count", replies.Count);
        json.WriteNumber("reply_users_count", users.Count);
        json.WriteString("latest_reply", replies[^1].Ts);
        json.WriteStartArray("reply_users");
        foreach (var user in users) json.WriteStringValue(user);
        json.WriteEndArray();
        json.WriteStartArray("replies");
        foreach (var reply in replies)
        {
            json.WriteStartObject();
            json.WriteString("user", SlackUser(reply.Author) ?? reply.Author.Id);
            json.WriteString("ts", reply.Ts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("subscribed", false);
    }

    private void Reply(Utf8JsonWriter json, string threadTs)
    {
        json.WriteString("thread_ts", threadTs);
        if (roots.TryGetValue(threadTs, out var root) && SlackUser(root.Author) is { } user) json.WriteString("parent_user_id", user);
    }

    private static void Reactions(Utf8JsonWriter json, IReadOnlyList<Reaction> reactions)
    {
        json.WriteStartArray("reactions");
        foreach (var reaction in reactions)
        {
            json.WriteStartObject();
            json.WriteString("name", reaction.Name);
            json.WriteStartArray("users");
            foreach (var user in reaction.By) json.WriteStringValue(user.Id);
            json.WriteEndArray();
            json.WriteNumber("count", reaction.By.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
