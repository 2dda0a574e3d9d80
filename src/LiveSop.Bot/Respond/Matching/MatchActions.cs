using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>What can be done with a match. Each carries the request's thread, and <see cref="Start"/> the procedure too; none is a permission.</summary>
internal static class MatchActions
{
    public static readonly SlackAction Start = new("match.start");
    public static readonly SlackAction NotThisOne = new("match.not");
    public static readonly SlackAction Why = new("match.why");
    public static readonly SlackAction More = new("match.more");
    public static readonly SlackAction Wake = new("match.wake");
    public static readonly SlackAction Unmute = new("match.unmute");

    public const string Snooze = "snooze";
    public const string Stop = "stop";

    public static ActionKey Key(ThreadId thread) => ActionKey.Of(thread.Channel.Value, thread.Ts.Value);

    public static ActionKey Key(ThreadId thread, string what) => ActionKey.Of(thread.Channel.Value, thread.Ts.Value, what);

    /// <returns>Null where the press carries no thread.</returns>
    public static ThreadId? Thread(string? value) => ActionKey.Parts(value, 2) is [var channel, var ts] ? new(new(channel), new(ts)) : null;

    /// <summary>A thread, and what goes with it.</summary>
    public static (ThreadId Thread, string What)? ThreadAnd(string? value) => ActionKey.Parts(value, 3) is [var channel, var ts, var what] ? (new(new(channel), new(ts)), what) : null;

    /// <summary>What the press of a button carries; null where it is of another.</summary>
    public static string? ValueOf(SlackPayload payload, SlackAction action) =>
        (payload as SlackPayload.BlockActions)?.Actions.FirstOrDefault(one => action.Is(one.ActionId))?.Value.AsText;
}
