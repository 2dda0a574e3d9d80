using LiveSop.Workspace.Slack.People;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>Where a post is to go: a channel's id or name, or a person, which means the direct conversation with them.</summary>
internal static class Target
{
    public static (Conversation? Place, Answer.Refused? Refused) Find(Call call)
    {
        if (call.Args.Text("channel") is not { } name) return (null, Answer.No("channel_not_found"));
        if (call.Team.Roster.Find(name) is { } person) return Direct(call, person);
        var place = call.Channel() ?? call.Team.Conversations.Named(name);
        if (place is null || !place.IsVisibleTo(call.App.Bot)) return (null, Answer.No("channel_not_found"));
        if (place.IsArchived) return (null, Answer.No("is_archived"));
        if (place.Kind == RoomKind.Direct && !call.App.App.Manifest.MessagesTab) return (null, Answer.No("messages_tab_disabled"));
        var mayPost = place.Has(call.BotUser) || (place.Kind == RoomKind.Public && call.App.Scopes.Contains("chat:write.public"));
        return mayPost ? (place, null) : (null, Answer.No("not_in_channel"));
    }

    /// <summary>Null where the thread is there, or none is named.</summary>
    public static Answer.Refused? WrongThread(Conversation place, string? threadTs)
    {
        if (threadTs is null) return null;
        if (place.Log.Find(threadTs) is not { } root) return Answer.No("thread_not_found");
        return root.IsReply ? Answer.No("cannot_reply_to_message", "[ERROR] thread_ts names a reply: use its parent's ts") : null;
    }

    private static (Conversation? Place, Answer.Refused? Refused) Direct(Call call, Account person)
    {
        if (!call.App.App.Manifest.MessagesTab) return (null, Answer.No("messages_tab_disabled"));
        if (person.Deleted) return (null, Answer.No("is_inactive"));
        return person.IsBot ? (null, Answer.No("cannot_dm_bot")) : (call.Team.Conversations.Direct(person.Id, call.BotUser), null);
    }
}
