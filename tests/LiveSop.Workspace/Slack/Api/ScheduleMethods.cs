using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>Posts for later.</summary>
internal static class ScheduleMethods
{
    private const int MostInFiveMinutes = 30;

    private static readonly TimeSpan Furthest = TimeSpan.FromDays(120);

    public static IEnumerable<Method> All =>
    [
        new("chat.scheduleMessage", Tier.Three, "chat:write", Schedule),
        new("chat.deleteScheduledMessage", Tier.Three, "chat:write", Delete),
        new("chat.scheduledMessages.list", Tier.Three, null, List),
    ];

    private static Answer Schedule(Call call)
    {
        if (call.Args.Number("post_at") is not { } at) return Call.Missing("post_at");
        var due = DateTimeOffset.FromUnixTimeSeconds(at);
        if (due <= call.Ground.Now) return Answer.No("time_in_past");
        if (due > call.Ground.Now + Furthest) return Answer.No("time_too_far");
        var (place, refused) = Target.Find(call);
        if (place is null) return refused!;
        var (content, problem) = Content.Read(call.Args, call.Ground.Mint);
        if (content is null) return problem!;
        if (call.Team.Scheduled.Count(s => s.Place == place && s.At / 300 == at / 300) >= MostInFiveMinutes) return Answer.No("restricted_too_many");
        var post = new ScheduledPost(call.Ground.Mint.Id("Q"), call.App, place, at, content.Text ?? "");
        call.Team.Scheduled.Add(post);
        call.Ground.Agenda.After(due - call.Ground.Now, () => Fire(call, post, content));
        return Answer.Ok(json =>
        {
            json.WriteString("channel", place.Id);
            json.WriteString("scheduled_message_id", post.Id);
            json.WriteNumber("post_at", at);
        });
    }

    private static void Fire(Call call, ScheduledPost post, Content content)
    {
        lock (call.Ground.Gate)
            if (call.Team.Scheduled.Remove(post) && !post.Place.IsArchived) ChatMethods.Say(call, post.Place, content);
    }

    /// <summary>Too late in the last minute.</summary>
    private static Answer Delete(Call call)
    {
        var post = call.Team.Scheduled.Find(s => s.App == call.App && s.Id == call.Args.Text("scheduled_message_id") && s.Place.Id == call.Args.Text("channel"));
        if (post is null || post.At - call.Ground.Now.ToUnixTimeSeconds() < 60) return Answer.No("invalid_scheduled_message_id");
        call.Team.Scheduled.Remove(post);
        return Answer.Done;
    }

    private static Answer List(Call call)
    {
        var own = call.Team.Scheduled.Where(s => s.App == call.App).ToList();
        if (Paging.Of(call, own) is not { } page) return Answer.No("invalid_cursor");
        return Answer.Page(json =>
        {
            json.WriteStartArray("scheduled_messages");
            foreach (var post in page.Items)
            {
                json.WriteStartObject();
                json.WriteString("id", post.Id);
                json.WriteString("channel_id", post.Place.Id);
                json.WriteNumber("post_at", post.At);
                json.WriteString("text", post.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }, page.Next);
    }
}
