using LiveSop.Workspace.Slack.People;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>Who comes into a channel and who leaves it, with Slack's notes and the events. Under the gate.</summary>
internal sealed class Comings(SlackWorkspace workspace, Broadcast news)
{
    /// <returns>False where they were in it.</returns>
    public bool Join(Conversation place, Account who, Account? inviter)
    {
        if (!place.Join(who.Id)) return false;
        workspace.Talking.Say(place, Note(place, who, "join") with { Inviter = inviter?.Id });
        Tell("member_joined_channel", place, who, inviter);
        return true;
    }

    /// <returns>False where they were not in it.</returns>
    public bool Leave(Conversation place, Account who)
    {
        if (!place.Has(who.Id)) return false;
        workspace.Talking.Say(place, Note(place, who, "leave"));
        Tell("member_left_channel", place, who, null);
        place.Leave(who.Id);
        if (workspace.Installations.Find(i => i.Bot.Id == who.Id) is { } app)
            news.To(app, place.Kind.NotePrefix() + "_left", json => json.WriteString("channel", place.Id));
        return true;
    }

    private static Message Note(Conversation place, Account who, string what) => new()
    {
        Ts = "",
        User = who.Id,
        Team = who.TeamId,
        Subtype = $"{place.Kind.NotePrefix()}_{what}",
        Text = $"{who.Mention} has {(what == "join" ? "joined" : "left")} the channel",
    };

    private void Tell(string name, Conversation place, Account who, Account? inviter) =>
        news.InPlace(place, name, place.Kind.Family() + ":read", json =>
        {
            json.WriteString("user", who.Id);
            json.WriteString("channel", place.Id);
            json.WriteString("channel_type", place.Kind == RoomKind.Private ? "G" : "C");
            json.WriteString("team", who.TeamId);
            if (inviter is not null) json.WriteString("inviter", inviter.Id);
            json.WriteString("event_ts", place.Stamp(workspace.Now));
        });
}
