using System.Text.Json;
using LiveSop.Workspace.Slack.People;

namespace LiveSop.Workspace.Slack.Api;

/// <summary><c>users.*</c>, <c>usergroups.*</c>, <c>bots.info</c>.</summary>
internal static class UserMethods
{
    /// <summary>Without a limit Slack gives all of them, unless they are too many.</summary>
    private const int MostAtOnce = 500;

    public static IEnumerable<Method> All =>
    [
        new("users.info", Tier.Four, "users:read", Info),
        new("users.list", Tier.Two, "users:read", List),
        new("users.lookupByEmail", Tier.Three, "users:read.email", ByEmail),
        new("bots.info", Tier.Three, "users:read", Bot),
        new("usergroups.list", Tier.Two, "usergroups:read", Groups),
        new("usergroups.users.list", Tier.Two, "usergroups:read", GroupUsers),
    ];

    private static Answer Info(Call call)
    {
        if (call.Args.Text("user") is not { } id) return Call.Missing("user");
        return Known(call, id) is { } user ? One(call, user) : Answer.No("user_not_found");
    }

    /// <summary>People of other workspaces are known where a channel is shared with them.</summary>
    private static Account? Known(Call call, string id) => call.Team.Roster.Find(id)
        ?? call.Team.Conversations.All.Where(c => c.IsConnected && c.Has(id))
            .SelectMany(c => c.Workspaces).Select(w => w.Roster.Find(id)).FirstOrDefault(a => a is not null);

    private static Answer List(Call call)
    {
        var all = call.Team.Roster.All.Where(a => a.Standing != Standing.Stranger).ToList();
        var paged = call.Args.Number("limit") is > 0 || call.Args.Has("cursor");
        if (!paged && all.Count > MostAtOnce) return Answer.No("limit_required");
        if (Paging.Of(call, all, otherwise: paged ? 100 : MostAtOnce) is not { } page) return Answer.No("invalid_cursor");
        return Answer.Page(json =>
        {
            json.WriteStartArray("members");
            foreach (var user in page.Items) Write(json, call, user);
            json.WriteEndArray();
            json.WriteNumber("cache_ts", call.Ground.Now.ToUnixTimeSeconds());
        }, page.Next);
    }

    private static Answer ByEmail(Call call)
    {
        if (call.Args.Text("email") is not { } email) return Call.Missing("email");
        var user = call.Team.Roster.All.FirstOrDefault(a => !a.Deleted && string.Equals(a.Email, email, StringComparison.OrdinalIgnoreCase));
        return user is null ? Answer.No("users_not_found") : One(call, user);
    }

    private static Answer One(Call call, Account user) => Answer.Ok(json =>
    {
        json.WritePropertyName("user");
        Write(json, call, user);
    });

    private static void Write(Utf8JsonWriter json, Call call, Account user) =>
        UserJson.Write(json, user, call.Team.Id, call.App.Scopes.Contains("users:read.email"));

    private static Answer Bot(Call call)
    {
        if (call.Team.Roster.All.FirstOrDefault(a => a.BotId is not null && a.BotId == call.Args.Text("bot")) is not { } bot) return Answer.No("bot_not_found");
        return Answer.Ok(json =>
        {
            json.WriteStartObject("bot");
            json.WriteString("id", bot.BotId);
            json.WriteBoolean("deleted", bot.Deleted);
            json.WriteString("name", bot.Name);
            json.WriteString("app_id", bot.AppId);
            json.WriteString("user_id", bot.Id);
            json.WriteEndObject();
        });
    }

    private static Answer Groups(Call call) => Answer.Ok(json =>
    {
        json.WriteStartArray("usergroups");
        foreach (var group in call.Team.Roster.Groups.Where(g => !g.Disabled || call.Args.Flag("include_disabled"))) Group(json, call, group);
        json.WriteEndArray();
    });

    private static void Group(Utf8JsonWriter json, Call call, UserGroup group)
    {
        json.WriteStartObject();
        json.WriteString("id", group.Id);
        json.WriteString("team_id", call.Team.Id);
        json.WriteBoolean("is_usergroup", true);
        json.WriteString("name", group.Name);
        json.WriteString("handle", group.Handle);
        json.WriteNumber("date_delete", group.Disabled ? 1_700_000_000 : 0);
        if (call.Args.Flag("include_count")) json.WriteNumber("user_count", group.Users.Count);
        if (call.Args.Flag("include_users")) Users(json, group);
        json.WriteEndObject();
    }

    private static Answer GroupUsers(Call call)
    {
        if (call.Args.Text("usergroup") is not { } id) return Call.Missing("usergroup");
        return call.Team.Roster.Groups.Find(g => g.Id == id) is { } group ? Answer.Ok(json => Users(json, group)) : Answer.No("no_such_subteam");
    }

    private static void Users(Utf8JsonWriter json, UserGroup group)
    {
        json.WriteStartArray("users");
        foreach (var user in group.Users) json.WriteStringValue(user);
        json.WriteEndArray();
    }
}
