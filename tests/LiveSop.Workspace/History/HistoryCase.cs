using LiveSop.Workspace.Stories;

namespace LiveSop.Workspace.History;

/// <summary>One incident as it was played.</summary>
/// <param name="Key"><c>CHANNEL:TS</c> of its first message.</param>
/// <param name="Messages">In the order they were sent.</param>
/// <param name="Resolved">Went to the end of its process; otherwise it was left somewhere on the way.</param>
internal sealed record HistoryCase(string Key, Story Story, IReadOnlyList<HistoryMessage> Messages, bool Threaded, bool Resolved);
