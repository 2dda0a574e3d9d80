using System.Globalization;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>What a trigger id allows.</summary>
internal abstract record TriggerUse
{
    private TriggerUse() { }

    /// <param name="View">The view it came from, on which another may be pushed; null outside views.</param>
    public sealed record Granted(string User, string? View) : TriggerUse;

    /// <param name="Error">As the Web API names it.</param>
    public sealed record Denied(string Error) : TriggerUse;
}

/// <summary>Trigger ids: each lives for a while and serves once.</summary>
internal sealed class Triggers(Ground ground)
{
    private readonly Dictionary<string, Trigger> _issued = new(StringComparer.Ordinal);

    /// <returns>In Slack's form <c>a.b.c</c>.</returns>
    public string Issue(Installation app, string user, string? view = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{ground.Now.ToUnixTimeMilliseconds()}.{_issued.Count + 1}.{ground.Mint.Secret()}");
        _issued[id] = new Trigger(app, user, view, ground.Now + ground.TriggerLife);
        return id;
    }

    public TriggerUse Redeem(Installation app, string? id)
    {
        if (id is null || !_issued.TryGetValue(id, out var trigger) || trigger.App != app) return new TriggerUse.Denied("invalid_trigger_id");
        if (trigger.Used) return new TriggerUse.Denied("exchanged_trigger_id");
        if (ground.Now > trigger.Until) return new TriggerUse.Denied("expired_trigger_id");
        trigger.Used = true;
        return new TriggerUse.Granted(trigger.User, trigger.View);
    }

    private sealed record Trigger(Installation App, string User, string? View, DateTimeOffset Until)
    {
        public bool Used { get; set; }
    }
}
