using LiveSop.Workspace.Stories;

namespace LiveSop.Workspace.History;

/// <summary>One incident as it was played.</summary>
/// <param name="Key"><c>CHANNEL:TS</c> of its first message.</param>
/// <param name="Messages">In the order they were sent.</param>
/// <param name="Resolved">Went to the end of its process; otherwise it was left somewhere on the way.</param>
internal sealed record HistoryCase(string Key, Story Story, IReadOnlyList<HistoryMessage> Messages, bool Threaded, bool Resolved)
{
    /// <summary>The activities as the messages show them; one that is spread over neighbouring messages counts once.</summary>
    public IReadOnlyList<string> Trace()
    {
        var trace = new List<string>();
        foreach (var activity in Messages.SelectMany(m => m.Activities))
            if (trace.Count == 0 || trace[^1] != activity) trace.Add(activity);
        return trace;
    }
}
