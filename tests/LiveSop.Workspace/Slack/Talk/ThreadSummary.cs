using System.Text.Json;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>What a thread's first message says about its replies.</summary>
internal static class ThreadSummary
{
    /// <summary>Slack names at most five of those who replied.</summary>
    private const int Named = 5;

    public static void Write(Utf8JsonWriter json, Conversation place, IReadOnlyList<long> replies)
    {
        json.WriteNumber("reply_count", replies.Count);
        var people = new List<string>();
        foreach (var key in replies)
            if (Author(place.Log.At(key)) is { } author && !people.Contains(author)) people.Add(author);
        json.WriteNumber("reply_users_count", people.Count);
        if (replies.Count > 0) json.WriteString("latest_reply", place.Log.At(replies[^1]).Ts);
        json.WriteStartArray("reply_users");
        for (var i = 0; i < Math.Min(Named, people.Count); i++) json.WriteStringValue(people[i]);
        json.WriteEndArray();
        json.WriteBoolean("is_locked", false);
        json.WriteBoolean("subscribed", false);
    }

    private static string? Author(Message message) => message.User ?? message.Bot?.BotId;
}
