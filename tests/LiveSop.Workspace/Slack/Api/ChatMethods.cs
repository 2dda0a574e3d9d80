using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary><c>chat.*</c>, but for what is scheduled.</summary>
internal static class ChatMethods
{
    private const string Write = "chat:write";

    public static IEnumerable<Method> All =>
    [
        new("chat.postMessage", Tier.Special, Write, Post) { Posts = true },
        new("chat.postEphemeral", Tier.Four, Write, PostEphemeral),
        new("chat.update", Tier.Three, Write, Update),
        new("chat.delete", Tier.Three, Write, Delete),
        new("chat.getPermalink", Tier.Special, null, new Place(null).Then(Permalink)),
    ];

    /// <summary>Stores a bot's message; shared with what is scheduled.</summary>
    public static Message Say(Call call, Conversation place, Content content)
    {
        var threadTs = call.Args.Text("thread_ts");
        var name = call.Args.Text("username");
        var text = call.Args.Flag("link_names") || call.Args.Text("parse") == "full" ? Typed.Linked(content.Text ?? "", call.Team) : content.Text;
        return call.Team.Talking.Say(place, (content with { Text = text }).Over(new Message
        {
            Ts = "",
            User = name is null ? call.BotUser : null,
            Team = call.Team.Id,
            Bot = call.App.Mark with { PostsAs = name, Icon = call.Args.Text("icon_emoji") },
            Subtype = name is not null ? "bot_message" : threadTs is not null && call.Args.Flag("reply_broadcast") ? "thread_broadcast" : null,
            ThreadTs = threadTs,
        }));
    }

    private static Answer Post(Call call)
    {
        var (place, refused) = Target.Find(call);
        if (place is null) return refused!;
        if ((call.Args.Has("username") || call.Args.Has("icon_emoji") || call.Args.Has("icon_url")) && call.Needs("chat:write.customize") is { } scope) return scope;
        if (Target.WrongThread(place, call.Args.Text("thread_ts")) is { } thread) return thread;
        var (content, problem) = Content.Read(call.Args, call.Ground.Mint);
        if (content is null) return problem!;
        var message = Say(call, place, content);
        return Told(call, place, message) with { Warnings = content.Cut ? ["message_truncated"] : [] };
    }

    private static Answer PostEphemeral(Call call)
    {
        if (call.Args.Text("user") is not { } user) return Call.Missing("user");
        var (place, refused) = Target.Find(call);
        if (place is null) return refused!;
        if (!place.Has(user)) return Answer.No("user_not_in_channel");
        var (content, problem) = Content.Read(call.Args, call.Ground.Mint);
        if (content is null) return problem!;
        var message = content.Over(new Message { Ts = place.Stamp(call.Ground.Now), User = call.BotUser, Team = call.Team.Id, Bot = call.App.Mark, ThreadTs = call.Args.Text("thread_ts") });
        call.Team.Show(new Ephemeral(place, user, message));
        return Answer.Ok(json => json.WriteString("message_ts", message.Ts));
    }

    private static Answer Update(Call call)
    {
        var (place, own, refused) = Own(call);
        if (own is null) return refused!;
        var (content, problem) = Content.Read(call.Args, call.Ground.Mint, update: true);
        if (content is null) return problem!;
        var text = call.Args.Text("parse") == "none" ? content.Text : content.Text is { } t ? Typed.Linked(t, call.Team) : null;
        var now = call.Team.Talking.Edit(place!, own, (content with { Text = text }).Onto(own), call.BotUser);
        return Told(call, place!, now, withText: true);
    }

    private static Answer Delete(Call call)
    {
        var (place, own, refused) = Own(call);
        if (own is null) return refused! with { Error = refused.Error == "cant_update_message" ? "cant_delete_message" : refused.Error };
        call.Team.Talking.Delete(place!, own);
        return Answer.Ok(json =>
        {
            json.WriteString("channel", place!.Id);
            json.WriteString("ts", own.Ts);
        });
    }

    /// <summary>The bot's own message that <c>channel</c> and <c>ts</c> name. A user's id does for posting, not here.</summary>
    private static (Conversation? Place, Message? Own, Answer.Refused? Refused) Own(Call call)
    {
        if (call.Args.Text("ts") is not { } ts) return (null, null, Call.Missing("ts"));
        if (call.Channel() is not { } place) return (null, null, Answer.No("channel_not_found"));
        if (place.IsArchived) return (null, null, Answer.No("is_archived"));
        if (place.Log.Find(ts) is not { } found) return (null, null, Answer.No("message_not_found"));
        return found.Bot?.BotId == call.App.Bot.BotId ? (place, found, null) : (null, null, Answer.No("cant_update_message"));
    }

    private static Answer Permalink(Call call, Conversation place)
    {
        if (call.Args.Text("message_ts") is not { } ts) return Call.Missing("message_ts");
        if (place.Log.Find(ts) is not { } found) return Answer.No("message_not_found");
        var thread = found.ThreadTs is { } root ? $"?thread_ts={root}&cid={place.Id}" : "";
        return Answer.Ok(json =>
        {
            json.WriteString("channel", place.Id);
            json.WriteString("permalink", $"https://{call.Team.Domain}.slack.com/archives/{place.Id}/p{ts.Replace(".", "", StringComparison.Ordinal)}{thread}");
        });
    }

    private static Answer.Fine Told(Call call, Conversation place, Message message, bool withText = false) => new(json =>
    {
        json.WriteString("channel", place.Id);
        json.WriteString("ts", message.Ts);
        if (withText) json.WriteString("text", message.Text);
        json.WritePropertyName("message");
        MessageJson.Write(json, place, message, call.Ground.Root);
    });
}
