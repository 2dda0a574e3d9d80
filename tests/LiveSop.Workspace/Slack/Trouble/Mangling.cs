using System.Text.Json.Nodes;

namespace LiveSop.Workspace.Slack.Trouble;

/// <summary>Changes a payload in ways that Slack allows itself, and a client must bear.</summary>
internal static class Mangling
{
    private static readonly string[] Optional =
    [
        "team", "blocks", "client_msg_id", "bot_profile", "event_context", "context_team_id", "context_enterprise_id", "authorizations", "is_ext_shared_channel",
        "parent_user_id", "team_domain", "enterprise", "is_enterprise_install", "channel_name", "user_name", "username", "token", "accepts_response_payload",
        "retry_attempt", "retry_reason", "event_time", "edited_by", "subscribed", "reply_users", "channel_type",
    ];

    private static readonly string[] Teams = ["team", "team_id", "enterprise", "context_team_id"];

    /// <summary>Removes what need not be there, at every depth.</summary>
    public static void Bare(JsonNode? node) => Each(node, owner =>
    {
        foreach (var name in Optional) owner.Remove(name);
    });

    /// <summary>Adds fields of every type, at every depth.</summary>
    public static void Strange(JsonNode? node) => Each(node, owner =>
    {
        owner["x_new_text"] = "something new";
        owner["x_new_number"] = 1.5e300;
        owner["x_new_list"] = new JsonArray(null, 1, "two", new JsonObject());
        owner["x_new_object"] = new JsonObject { ["type"] = "future", ["event"] = null };
        owner["x_new_nothing"] = null;
    });

    /// <summary>Sets the outer fields about the team to null.</summary>
    public static void NoTeam(JsonNode? node)
    {
        if (node?["payload"] is not JsonObject payload) return;
        foreach (var name in Teams)
            if (name != "team_id" || payload["user"] is JsonObject) { if (payload.ContainsKey(name)) payload[name] = null; }
    }

    public static void Bloated(JsonNode? node)
    {
        if (node?["payload"] is JsonObject payload) payload["x_bloat"] = new string('x', 1 << 20);
    }

    private static void Each(JsonNode? node, Action<JsonObject> change)
    {
        switch (node)
        {
            case JsonObject owner:
                foreach (var (_, value) in owner.ToList()) Each(value, change);
                change(owner);
                break;
            case JsonArray list:
                foreach (var value in list) Each(value, change);
                break;
        }
    }
}
