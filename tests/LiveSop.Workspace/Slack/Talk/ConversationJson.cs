using System.Text.Json;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>A conversation as <c>conversations.info</c> and the lists show it to one member.</summary>
internal static class ConversationJson
{
    public static void Write(Utf8JsonWriter json, Conversation place, string seer, bool withCount = false)
    {
        json.WriteStartObject();
        json.WriteString("id", place.Id);
        if (place.Kind == RoomKind.Direct) Direct(json, place, seer);
        else Channel(json, place, seer);
        json.WriteNumber("created", 1_561_000_000);
        json.WriteBoolean("is_archived", place.IsArchived);
        if (withCount) json.WriteNumber("num_members", place.Members.Count);
        json.WriteEndObject();
    }

    private static void Direct(Utf8JsonWriter json, Conversation place, string seer)
    {
        json.WriteBoolean("is_im", true);
        json.WriteString("user", place.Members.FirstOrDefault(m => m != seer) ?? seer);
        json.WriteBoolean("is_org_shared", false);
        json.WriteBoolean("is_user_deleted", false);
    }

    private static void Channel(Utf8JsonWriter json, Conversation place, string seer)
    {
        json.WriteString("name", place.Name);
        json.WriteString("name_normalized", place.Name);
        json.WriteBoolean("is_channel", place.Kind == RoomKind.Public);
        json.WriteBoolean("is_group", place.Kind == RoomKind.Private);
        json.WriteBoolean("is_im", false);
        json.WriteBoolean("is_mpim", place.Kind == RoomKind.GroupDirect);
        json.WriteBoolean("is_private", place.Kind != RoomKind.Public);
        json.WriteBoolean("is_general", place.IsGeneral);
        json.WriteBoolean("is_member", place.Has(seer));
        json.WriteBoolean("is_shared", place.IsConnected);
        json.WriteBoolean("is_ext_shared", place.IsConnected);
        json.WriteBoolean("is_org_shared", false);
        json.WriteString("context_team_id", place.Workspaces[0].Id);
        json.WriteString("creator", place.Creator);
        Shared(json, place);
        Note(json, "topic", place.Topic, place.Creator);
        Note(json, "purpose", place.Purpose, place.Creator);
    }

    private static void Shared(Utf8JsonWriter json, Conversation place)
    {
        json.WriteStartArray("shared_team_ids");
        foreach (var workspace in place.Workspaces) json.WriteStringValue(workspace.Id);
        json.WriteEndArray();
    }

    private static void Note(Utf8JsonWriter json, string name, string value, string creator)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteString("creator", value.Length == 0 ? "" : creator);
        json.WriteNumber("last_set", value.Length == 0 ? 0 : 1_561_000_000);
        json.WriteEndObject();
    }
}
