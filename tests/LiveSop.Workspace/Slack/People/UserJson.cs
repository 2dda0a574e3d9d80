using System.Text.Json;

namespace LiveSop.Workspace.Slack.People;

/// <summary>A user as <c>users.info</c> and the user events show it.</summary>
internal static class UserJson
{
    /// <param name="seer">The id of the workspace that asks: people of others come as strangers.</param>
    public static void Write(Utf8JsonWriter json, Account account, string seer, bool withEmail)
    {
        var stranger = account.TeamId != seer || account.Standing == Standing.Stranger;
        json.WriteStartObject();
        json.WriteString("id", account.Id);
        json.WriteString("team_id", account.TeamId);
        json.WriteString("name", account.Handle);
        json.WriteBoolean("deleted", account.Deleted);
        if (!account.Deleted) Details(json, account);
        json.WriteBoolean("is_bot", account.IsBot);
        json.WriteBoolean("is_app_user", false);
        if (stranger) json.WriteBoolean("is_stranger", true);
        json.WriteNumber("updated", 1_700_000_000);
        Profile(json, account, withEmail && !stranger);
        json.WriteEndObject();
    }

    private static void Details(Utf8JsonWriter json, Account account)
    {
        json.WriteString("color", "9f69e7");
        json.WriteString("real_name", account.Name);
        json.WriteString("tz", account.Zone);
        json.WriteString("tz_label", account.Zone);
        json.WriteNumber("tz_offset", account.ZoneOffset);
        json.WriteBoolean("is_admin", account.Standing is Standing.Owner or Standing.Admin);
        json.WriteBoolean("is_owner", account.Standing == Standing.Owner);
        json.WriteBoolean("is_primary_owner", account.Standing == Standing.Owner);
        json.WriteBoolean("is_restricted", account.IsGuest);
        json.WriteBoolean("is_ultra_restricted", account.Standing == Standing.SingleChannelGuest);
    }

    private static void Profile(Utf8JsonWriter json, Account account, bool withEmail)
    {
        json.WriteStartObject("profile");
        json.WriteString("title", account.Title);
        json.WriteString("real_name", account.Name);
        json.WriteString("real_name_normalized", account.Name);
        json.WriteString("display_name", account.IsBot ? "" : account.Handle);
        json.WriteString("display_name_normalized", account.IsBot ? "" : account.Handle);
        json.WriteString("first_name", account.Name.Split(' ')[0]);
        json.WriteString("team", account.TeamId);
        if (account.BotId is not null) json.WriteString("bot_id", account.BotId);
        if (account.AppId is not null) json.WriteString("api_app_id", account.AppId);
        if (withEmail && account.Email is not null) json.WriteString("email", account.Email);
        json.WriteEndObject();
    }
}
