using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary><c>conversations.*</c> but for reading what was said.</summary>
internal static class ConversationMethods
{
    public static IEnumerable<Method> All =>
    [
        new("conversations.list", Tier.Two, null, call => List(call, call.Team.Conversations.All, inside: false)),
        new("users.conversations", Tier.Three, null, Of),
        new("conversations.info", Tier.Three, null, new Place("read").Then(Info)),
        new("conversations.members", Tier.Four, null, new Place("read").Then(Members)),
        new("conversations.join", Tier.Three, "channels:join", new Place(null, Open: true).Then(Join)),
        new("conversations.leave", Tier.Three, null, new Place("write").Then(Leave)),
        new("conversations.open", Tier.Three, null, OpenDirect),
    ];

    private static Answer Of(Call call)
    {
        var user = call.Args.Text("user") ?? call.BotUser;
        if (call.Team.Roster.Find(user) is null) return Answer.No("user_not_found");
        return List(call, [.. call.Team.Conversations.All.Where(c => c.Has(user))], inside: true);
    }

    private static Answer List(Call call, IReadOnlyList<Conversation> all, bool inside)
    {
        var types = call.Args.Has("types") ? call.Args.List("types") : ["public_channel"];
        foreach (var kind in Enum.GetValues<RoomKind>())
            if (types.Contains(kind.ListType()) && call.Needs(kind.Family() + ":read") is { } refused) return refused;
        if (types.Any(t => Enum.GetValues<RoomKind>().All(k => k.ListType() != t))) return Answer.No("invalid_types");
        var archived = !call.Args.Flag("exclude_archived");
        var shown = all.Where(c => types.Contains(c.Kind.ListType()) && c.IsVisibleTo(call.App.Bot) && (archived || !c.IsArchived)).ToList();
        if (Paging.Of(call, shown, otherwise: 100, most: 999) is not { } page) return Answer.No("invalid_cursor");
        return Answer.Page(json =>
        {
            json.WriteStartArray("channels");
            foreach (var place in page.Items) ConversationJson.Write(json, place, call.BotUser, withCount: !inside);
            json.WriteEndArray();
        }, page.Next);
    }

    private static Answer Info(Call call, Conversation place) => Shown(call, place);

    private static Answer.Fine Shown(Call call, Conversation place) => new(json =>
    {
        json.WritePropertyName("channel");
        ConversationJson.Write(json, place, call.BotUser, call.Args.Flag("include_num_members"));
    });

    private static Answer Members(Call call, Conversation place)
    {
        if (Paging.Of(call, place.Members) is not { } page) return Answer.No("invalid_cursor");
        return Answer.Page(json =>
        {
            json.WriteStartArray("members");
            foreach (var member in page.Items) json.WriteStringValue(member);
            json.WriteEndArray();
        }, page.Next);
    }

    private static Answer Join(Call call, Conversation place)
    {
        if (place.Kind != RoomKind.Public) return Answer.No("method_not_supported_for_channel_type");
        var joined = call.Team.Comings.Join(place, call.App.Bot, inviter: null);
        return Shown(call, place) with { Warnings = joined ? [] : ["already_in_channel"] };
    }

    private static Answer Leave(Call call, Conversation place)
    {
        if (place.IsGeneral) return Answer.No("cant_leave_general");
        var left = call.Team.Comings.Leave(place, call.App.Bot);
        return Answer.Ok(json => { if (!left) json.WriteBoolean("not_in_channel", true); });
    }

    private static Answer OpenDirect(Call call)
    {
        if (call.Channel() is { } known) return Opened(call, known);
        var users = call.Args.List("users");
        if (users.Count == 0) return Answer.No("users_list_not_supplied");
        if (users.Count > 8) return Answer.No("too_many_users");
        if (call.Needs(users.Count > 1 ? "mpim:write" : "im:write") is { } refused) return refused;
        if (users.Any(u => call.Team.Roster.Find(u) is null)) return Answer.No("user_not_found");
        if (users.Any(u => call.Team.Roster.Find(u)!.Deleted)) return Answer.No("user_disabled");
        return Opened(call, call.Team.Conversations.Direct([.. users, call.BotUser]));
    }

    private static Answer Opened(Call call, Conversation place) => Answer.Ok(json =>
    {
        json.WritePropertyName("channel");
        if (call.Args.Flag("return_im")) ConversationJson.Write(json, place, call.BotUser);
        else
        {
            json.WriteStartObject();
            json.WriteString("id", place.Id);
            json.WriteEndObject();
        }
    });
}
