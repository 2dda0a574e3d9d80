using System.Globalization;
using System.Text.Json;
using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.Export;

/// <summary>The lists at the top of an export. Old entries have their numbers as strings, as real exports do.</summary>
internal static class SlackLists
{
    private const long Founded = 1_561_000_000;

    public static void Channels(Utf8JsonWriter json, ChannelKind kind)
    {
        json.WriteStartArray();
        foreach (var channel in Company.Channels.All.Where(c => c.Kind == kind)) ChannelEntry(json, channel);
        json.WriteEndArray();
    }

    private static void ChannelEntry(Utf8JsonWriter json, Channel channel)
    {
        json.WriteStartObject();
        json.WriteString("id", channel.Id);
        json.WriteString("name", channel.Name);
        Number(json, "created", Founded, asText: channel == Company.Channels.General || channel == Company.Channels.Lounge);
        json.WriteString("creator", House.People[0].Id);
        json.WriteBoolean("is_archived", false);
        json.WriteBoolean("is_general", channel == Company.Channels.General);
        Members(json, channel);
        Note(json, "topic", "");
        Note(json, "purpose", channel.Purpose);
        json.WriteEndObject();
    }

    private static void Note(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteString("creator", value.Length == 0 ? "" : House.People[0].Id);
        Number(json, "last_set", value.Length == 0 ? 0 : Founded, asText: value.Length == 0);
        json.WriteEndObject();
    }

    public static void Directs(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var direct in Company.Channels.Directs)
        {
            json.WriteStartObject();
            json.WriteString("id", direct.Id);
            Number(json, "created", Founded, asText: false);
            Members(json, direct);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Users(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var person in House.People) User(json, person, person.Id, isBot: false);
        foreach (var app in House.Apps.Where(a => a.AppUserId is not null)) User(json, app, app.AppUserId!, isBot: true);
        json.WriteEndArray();
    }

    private static void User(Utf8JsonWriter json, Colleague who, string id, bool isBot)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("team_id", House.TeamId);
        json.WriteString("name", who.Handle);
        json.WriteBoolean("deleted", who.Left is not null);
        json.WriteString("real_name", who.Name);
        json.WriteString("tz", who.Zone.Id);
        Number(json, "tz_offset", (long)(who.Zone.Standard * 3600), asText: who.Left is not null);
        json.WriteBoolean("is_bot", isBot);
        if (who.Role == Role.Guest) json.WriteBoolean("is_restricted", true);
        json.WriteStartObject("profile");
        json.WriteString("title", who.Title);
        json.WriteString("real_name", who.Name);
        json.WriteString("display_name", who.Handle);
        if (!isBot) json.WriteString("email", who.Email);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Integrations(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var app in House.Apps)
        {
            json.WriteStartObject();
            json.WriteString("user_id", House.People[7].Id);
            json.WriteString("user_name", House.People[7].Handle);
            Number(json, "date", Founded, asText: true);
            json.WriteString("change_type", "added");
            json.WriteString("app_type", app.Name);
            json.WriteString("app_id", SlackId.From("A", app.Handle));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Members(Utf8JsonWriter json, Channel channel)
    {
        json.WriteStartArray("members");
        foreach (var member in channel.Members.Where(m => m.Left is null)) json.WriteStringValue(member.Id);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, long value, bool asText)
    {
        if (asText) json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        else json.WriteNumber(name, value);
    }
}
