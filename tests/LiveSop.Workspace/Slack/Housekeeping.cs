using System.Text.Json;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.People;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Workspace.Slack;

/// <summary>What admins and Slack itself do to a workspace. Places are a channel's name or a conversation's id.</summary>
internal sealed class Housekeeping(World world, SlackWorkspace workspace)
{
    /// <param name="asEvent">Slack has taken the events of archiving out of its documents: without them only the note tells of it.</param>
    public void Archive(string place, Person by, bool asEvent = true) => SetArchived(place, by, true, asEvent);

    public void Unarchive(string place, Person by, bool asEvent = true) => SetArchived(place, by, false, asEvent);

    public void Rename(string place, string name, Person by)
    {
        lock (world.Ground.Gate)
        {
            var where = workspace.Conversation(place);
            var old = where.Name;
            where.Name = name;
            workspace.Talking.Say(where, Note(where, by, "name", $"has renamed the channel from \"{old}\" to \"{name}\"") with { Renamed = (old, name) });
            world.News.InPlace(where, where.Kind.NotePrefix() + "_rename", where.Kind.Family() + ":read", json =>
            {
                json.WriteStartObject("channel");
                json.WriteString("id", where.Id);
                json.WriteString("name", name);
                json.WriteString("name_normalized", name);
                json.WriteNumber("created", 1_561_000_000);
                json.WriteBoolean("is_channel", where.Kind == RoomKind.Public);
                json.WriteBoolean("is_mpim", false);
                json.WriteEndObject();
                json.WriteString("event_ts", where.Stamp(world.Ground.Now));
            });
        }
    }

    /// <summary>A public channel becomes private, or the other way round. Its id stays.</summary>
    public void Convert(string place, Person by)
    {
        lock (world.Ground.Gate)
        {
            var where = workspace.Conversation(place);
            where.Kind = where.Kind == RoomKind.Public ? RoomKind.Private : RoomKind.Public;
            workspace.Talking.Say(where, Note(where, by, "", "") with
            {
                Subtype = where.Kind == RoomKind.Private ? "channel_convert_to_private" : "channel_convert_to_public",
                Text = $"{by.Account.Mention} made this channel {(where.Kind == RoomKind.Private ? "private" : "public")}.",
            });
        }
    }

    public void SetTopic(string place, string topic, Person by)
    {
        lock (world.Ground.Gate)
        {
            var where = workspace.Conversation(place);
            where.Topic = topic;
            workspace.Talking.Say(where, Note(where, by, "topic", $"set the channel topic: {topic}"));
        }
    }

    public void Delete(string place)
    {
        lock (world.Ground.Gate)
        {
            var where = workspace.Conversation(place);
            world.News.InPlace(where, where.Kind.NotePrefix() + "_deleted", where.Kind.Family() + ":read", json => json.WriteString("channel", where.Id));
            workspace.Conversations.Remove(where);
        }
    }

    /// <summary>As when a channel is shared, or moved within an organisation.</summary>
    /// <returns>The new id.</returns>
    public string ChangeId(string place)
    {
        lock (world.Ground.Gate)
        {
            var where = workspace.Conversation(place);
            var old = where.Id;
            foreach (var owner in where.Workspaces) owner.Conversations.Rename(where, world.Ground.Mint.Id("C"));
            world.News.InPlace(where, "channel_id_changed", where.Kind.Family() + ":read", json =>
            {
                json.WriteString("old_channel_id", old);
                json.WriteString("new_channel_id", where.Id);
                json.WriteString("event_ts", where.Stamp(world.Ground.Now));
            });
            return where.Id;
        }
    }

    /// <summary>Somebody new.</summary>
    public Person Hire(Account account) => Tell("team_join", account);

    /// <summary>Another name, zone or standing; or, with <see cref="Account.Deleted"/>, no longer there.</summary>
    public Person Change(Account account) => Tell("user_change", account);

    /// <summary>A link in a message turns into a picture of it: changed by Slack, edited by nobody.</summary>
    public void Unfurl(string place, string ts)
    {
        lock (world.Ground.Gate)
        {
            var where = workspace.Conversation(place);
            var message = where.Log.Find(ts) ?? throw new ArgumentException($"There is no message {ts} in {place}.", nameof(ts));
            var picture = JsonBytes.Element("""[{"id":1,"title":"A page","title_link":"https://www.example.com/page","fallback":"A page"}]"""u8.ToArray());
            workspace.Talking.Alter(where, message, message with { Attachments = picture });
        }
    }

    /// <summary>The app is told, and its token is dead from then on.</summary>
    public void Uninstall(Installation app) => End(app, "app_uninstalled", "account_inactive");

    /// <summary>The app is told, and its token is dead from then on.</summary>
    public void Revoke(Installation app) => End(app, "tokens_revoked", "token_revoked");

    /// <summary>The same app and bot user again, with another token; the one before is not known any more.</summary>
    public Installation Reinstall(Installation app)
    {
        lock (world.Ground.Gate)
        {
            var again = new Installation(app.App, workspace, app.Bot, "xoxb-" + world.Ground.Mint.Secret());
            foreach (var installed in new[] { app.App.Installations, workspace.Installations })
            {
                installed.Remove(app);
                installed.Add(again);
            }
            return again;
        }
    }

    /// <summary>More than 30,000 events an hour: Slack sends a message of its own kind, and no event for the rest of the minute.</summary>
    public void RateLimit(Installation app)
    {
        lock (world.Ground.Gate) world.News.RateLimited(app);
    }

    /// <summary>An envelope of a kind that Slack has only now come up with. Its ack carries nothing.</summary>
    /// <returns>What became of it, when that is known.</returns>
    public Task<Delivery> SendAsync(Installation app, string type, JsonElement payload)
    {
        var done = new TaskCompletionSource<Delivery>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (world.Ground.Gate) world.Postman.SendAction(app.App, type, JsonBytes.Of(payload, static (json, it) => it.WriteTo(json)), acceptsPayload: false, done.SetResult);
        return done.Task;
    }

    private void SetArchived(string place, Person by, bool archived, bool asEvent)
    {
        lock (world.Ground.Gate)
        {
            var where = workspace.Conversation(place);
            var what = archived ? "archive" : "unarchive";
            where.IsArchived = archived;
            workspace.Talking.Say(where, Note(where, by, what, $"{what}d the channel"));
            if (!asEvent) return;
            world.News.InPlace(where, $"{where.Kind.NotePrefix()}_{what}", where.Kind.Family() + ":read", json =>
            {
                json.WriteString("channel", where.Id);
                json.WriteString("user", by.Id);
                json.WriteNumber("is_moved", 0);
                json.WriteString("event_ts", where.Stamp(world.Ground.Now));
            });
        }
    }

    private Person Tell(string name, Account account)
    {
        lock (world.Ground.Gate)
        {
            workspace.Roster.Put(account);
            world.News.InWorkspace(workspace, name, "users:read", json =>
            {
                json.WritePropertyName("user");
                UserJson.Write(json, account, workspace.Id, withEmail: false);
                json.WriteNumber("cache_ts", world.Ground.Now.ToUnixTimeSeconds());
            });
            return workspace.Person(account.Handle);
        }
    }

    private void End(Installation app, string name, string error)
    {
        lock (world.Ground.Gate)
        {
            world.News.To(app, name, json =>
            {
                if (name != "tokens_revoked") return;
                json.WriteStartObject("tokens");
                json.WriteStartArray("bot");
                json.WriteStringValue(app.Bot.Id);
                json.WriteEndArray();
                json.WriteEndObject();
            });
            app.Dead = error;
        }
    }

    private static Message Note(Conversation place, Person by, string what, string says) => new()
    {
        Ts = "",
        User = by.Id,
        Team = by.Account.TeamId,
        Subtype = $"{place.Kind.NotePrefix()}_{what}",
        Text = $"{by.Account.Mention} {says}",
    };
}
