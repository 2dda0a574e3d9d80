using System.Globalization;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>What can be done with a run. Each carries the run and what it is about; none is a permission.</summary>
internal static class RunActions
{
    public static readonly SlackAction Check = new("run.check");
    public static readonly SlackAction Undo = new("run.undo");
    public static readonly SlackAction Choose = new("run.choose");
    public static readonly SlackAction Repeat = new("run.repeat");
    public static readonly SlackAction Finish = new("run.finish");
    public static readonly SlackAction Reopen = new("run.reopen");
    public static readonly SlackAction Wording = new("run.wording");
    public static readonly SlackAction HandOver = new("run.hand_over");
    public static readonly SlackAction More = new("run.more");

    public const string Skip = "skip";
    public const string Stop = "stop";

    public static ActionKey Key(Guid run) => ActionKey.Of(run.ToString());

    public static ActionKey Key(Guid run, string what) => ActionKey.Of(run.ToString(), what);

    public static ActionKey Key(Guid run, string what, string of) => ActionKey.Of(run.ToString(), what, of);

    public static ActionKey Key(Guid run, string choice, int branch) => Key(run, choice, branch.ToString(CultureInfo.InvariantCulture));
}

/// <summary>What was pressed: of which run, and what it is about.</summary>
/// <param name="What">A step, a choice, a loop, or what to do; null where the run says all.</param>
/// <param name="Of">What <paramref name="What"/> is done to; a branch's index.</param>
internal sealed record RunPress(string Action, Guid Run, string? What, string? Of)
{
    /// <returns>Null where it carries no run.</returns>
    public static RunPress? Read(Slack.Payloads.SlackPayload.BlockActions pressed)
    {
        if (pressed.Actions is not [var one, ..] || one.Value.AsText is not { } value) return null;
        var parts = ActionKey.Parts(value, 3) ?? ActionKey.Parts(value, 2) ?? ActionKey.Parts(value, 1);
        return parts is [var id, ..] && Guid.TryParse(id, out var run) ? new(one.ActionId.Split('#')[0], run, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)) : null;
    }
}
