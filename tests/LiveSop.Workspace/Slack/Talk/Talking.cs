using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>What can be done with messages, by whomever: stores it and tells the apps. All of it under the gate.</summary>
internal sealed class Talking(Ground ground, Broadcast news)
{
    /// <summary>Gives the draft its timestamp.</summary>
    public Message Say(Conversation place, Message draft)
    {
        var ts = place.Stamp(ground.Now);
        var parent = draft.ThreadTs is { } root ? place.Log.Find(root)?.User : null;
        var message = draft with { Ts = ts, ParentUser = parent };
        place.Log.Add(message);
        foreach (var file in message.Files) file.Shares.Add((place, ts, message.ThreadTs));
        news.Posted(place, message);
        ground.Bell.Ring();
        return message;
    }

    /// <summary>Marks it as edited.</summary>
    public Message Edit(Conversation place, Message before, Message now, string editor)
    {
        var eventTs = place.Stamp(ground.Now);
        var edited = now with { Edited = new Edit(editor, eventTs) };
        Replace(place, before, edited, eventTs);
        return edited;
    }

    /// <summary>A change that is nobody's edit, such as a link that unfurled.</summary>
    public void Alter(Conversation place, Message before, Message now) => Replace(place, before, now, place.Stamp(ground.Now));

    /// <summary>A thread's first message leaves a tombstone as long as there are replies.</summary>
    public void Delete(Conversation place, Message gone)
    {
        var eventTs = place.Stamp(ground.Now);
        if (!gone.IsReply && place.Log.Replies(gone.Ts).Count > 0)
        {
            var tombstone = new Message { Ts = gone.Ts, User = "USLACKBOT", Subtype = "tombstone", Text = "This message was deleted." };
            Replace(place, gone, tombstone, eventTs);
            return;
        }
        place.Log.Remove(gone);
        news.Deleted(place, gone, eventTs);
        ground.Bell.Ring();
    }

    /// <returns>False where that person has reacted so already.</returns>
    public bool React(Conversation place, Message message, string user, string name)
    {
        var before = message.Reactions.FirstOrDefault(r => r.Name == name);
        if (before?.Users.Contains(user) == true) return false;
        var now = new Reacted(name, [.. before?.Users ?? [], user]);
        place.Log.Replace(message with { Reactions = [.. message.Reactions.Where(r => r != before), now] });
        Reacted("reaction_added", place, message, user, name);
        return true;
    }

    /// <returns>False where that person had not reacted so.</returns>
    public bool Unreact(Conversation place, Message message, string user, string name)
    {
        if (message.Reactions.FirstOrDefault(r => r.Name == name) is not { } before || !before.Users.Contains(user)) return false;
        var rest = message.Reactions.Where(r => r != before).ToList();
        if (before.Users.Count > 1) rest.Add(before with { Users = [.. before.Users.Where(u => u != user)] });
        place.Log.Replace(message with { Reactions = rest });
        Reacted("reaction_removed", place, message, user, name);
        return true;
    }

    private void Replace(Conversation place, Message before, Message now, string eventTs)
    {
        place.Log.Replace(now);
        news.Changed(place, now, before, eventTs);
        ground.Bell.Ring();
    }

    private void Reacted(string name, Conversation place, Message message, string user, string reaction)
    {
        var eventTs = place.Stamp(ground.Now);
        news.InPlace(place, name, "reactions:read", json =>
        {
            json.WriteString("user", user);
            json.WriteString("reaction", reaction);
            if (message.User is not null) json.WriteString("item_user", message.User);
            json.WriteStartObject("item");
            json.WriteString("type", "message");
            json.WriteString("channel", place.Id);
            json.WriteString("ts", message.Ts);
            json.WriteEndObject();
            json.WriteString("event_ts", eventTs);
        });
        ground.Bell.Ring();
    }
}
