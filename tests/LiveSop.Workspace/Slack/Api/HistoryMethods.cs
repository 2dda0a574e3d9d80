using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>Reading what was said.</summary>
internal static class HistoryMethods
{
    private const int MostReduced = 15;

    private static readonly Place Readable = new("history", Member: true);

    public static IEnumerable<Method> All =>
    [
        new("conversations.history", Tier.Three, null, Readable.Then(History)) { ReadsHistory = true },
        new("conversations.replies", Tier.Three, null, Readable.Then(Replies)) { ReadsHistory = true },
    ];

    /// <summary>Newest first, without replies.</summary>
    private static Answer History(Call call, Conversation place)
    {
        var keys = place.Log.Channel;
        if (Window.Of(call, keys) is not { } window) return Answer.No("invalid_ts_latest");
        var size = Size(call, 100, 999);
        var end = window.End;
        if (call.Args.Text("cursor") is { } cursor)
        {
            if (Paging.Position(cursor) is not { } position) return Answer.No("invalid_cursor");
            end = Math.Min(end, Window.FirstAtOrAfter(keys, position));
        }
        var start = Math.Max(window.Start, end - size);
        var more = start > window.Start;
        return Answer.Page(json =>
        {
            json.WriteStartArray("messages");
            for (var i = end - 1; i >= start; i--) MessageJson.Write(json, place, place.Log.At(keys[i]), call.Ground.Root, call.Args.Flag("include_all_metadata"));
            json.WriteEndArray();
            json.WriteBoolean("has_more", more);
            json.WriteNumber("pin_count", 0);
        }, more ? Paging.Cursor(start == end ? keys[end - 1] + 1 : keys[start]) : null);
    }

    /// <summary>Oldest first; the parent leads each thread's first page.</summary>
    private static Answer Replies(Call call, Conversation place)
    {
        if (call.Args.Text("ts") is not { } ts) return Call.Missing("ts");
        if (place.Log.Find(ts) is not { } asked) return Answer.No("thread_not_found");
        var root = asked.ThreadTs is { } parent ? place.Log.Find(parent) : asked;
        var keys = place.Log.Replies(root?.Ts ?? asked.ThreadTs!);
        if (Window.Of(call, keys) is not { } window) return Answer.No("invalid_ts_latest");
        var start = window.Start;
        if (call.Args.Text("cursor") is { } cursor)
        {
            if (Paging.Position(cursor) is not { } position) return Answer.No("invalid_cursor");
            start = Math.Max(start, Window.FirstAtOrAfter(keys, position));
        }
        var end = Math.Min(window.End, start + Size(call, 1000, 1000));
        return Answer.Page(json =>
        {
            json.WriteStartArray("messages");
            if (root is not null && !call.Args.Has("cursor")) MessageJson.Write(json, place, root, call.Ground.Root, call.Args.Flag("include_all_metadata"));
            for (var i = start; i < end; i++) MessageJson.Write(json, place, place.Log.At(keys[i]), call.Ground.Root, call.Args.Flag("include_all_metadata"));
            json.WriteEndArray();
            json.WriteBoolean("has_more", end < window.End);
        }, end < window.End ? Paging.Cursor(keys[end]) : null);
    }

    private static int Size(Call call, int otherwise, int most)
    {
        var reduced = call.Ground.Limits.ReducedHistory;
        return Paging.Size(call, reduced ? MostReduced : otherwise, reduced ? MostReduced : most);
    }
}
