using System.Collections.Concurrent;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>How fast each workspace's readings get on in this process. Forgotten with it: the rate limit alone is a good guess then.</summary>
internal sealed class Paces(TimeProvider time)
{
    private readonly ConcurrentDictionary<WorkspaceId, Pace> paces = new();
    private readonly ConcurrentDictionary<(Guid Reading, SlackMethod Method), DateTimeOffset> since = new();

    public Pace Of(WorkspaceId workspace) => paces.GetOrAdd(workspace, _ => new Pace());

    /// <summary>So many calls are done. What they took counts from the last ones, where there was work for the method ever since.</summary>
    public void Done(WorkspaceId workspace, Guid reading, SlackMethod method, int calls)
    {
        var now = time.GetUtcNow();
        if (since.TryGetValue((reading, method), out var before)) Of(workspace).Measured(method, calls, now - before);
        since[(reading, method)] = now;
    }

    /// <summary>There is no work for the method just now.</summary>
    public void Idle(Guid reading, SlackMethod method) => since.TryRemove((reading, method), out _);
}
