using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Work;

/// <summary>Something to be done, by ids alone.</summary>
/// <param name="Seq">Grows within the database; within a lane, work is done in its order.</param>
/// <param name="Lane">What is done one after the other: a channel, a person, a kind of learning.</param>
/// <param name="Item">The key of the row in the table of its kind.</param>
/// <param name="Attempts">How often it was begun and did not succeed.</param>
internal sealed record WorkItem(WorkspaceId Workspace, long Seq, string Lane, string Item, int Attempts);
