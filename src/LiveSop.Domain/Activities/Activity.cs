using LiveSop.Domain.Incidents;

namespace LiveSop.Domain.Activities;

/// <summary>A named kind of work, with the messages that show it.</summary>
/// <param name="Name">In the source's own words, where it names what was done; null where people's words were grouped.</param>
/// <param name="Messages">In the order of the incidents; at least one.</param>
/// <param name="Typical">The texts, the most typical first.</param>
public sealed record Activity(string? Name, IReadOnlyList<Message> Messages, IReadOnlyList<string> Typical);

/// <summary>One event of a trace.</summary>
/// <param name="Activity">Index of the activity.</param>
public sealed record TraceEvent(int Activity, Message Message);

/// <summary>What the incidents of one family have in common.</summary>
/// <param name="Traces">For each incident, in their order, what was done, in order; a trace may be empty.</param>
public sealed record ActivityTraces(IReadOnlyList<Activity> All, IReadOnlyList<IReadOnlyList<TraceEvent>> Traces);
