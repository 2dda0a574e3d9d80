using LiveSop.Bot.Slack.SocketMode;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;

namespace LiveSop.Bot.Hosting.Health;

/// <summary>Whether the bot can do its work now, and if not, why: each reason is a sentence for a person.</summary>
/// <remarks>
/// Not ready (503): the database is away; no workspace is connected; a workspace has no open socket; the oldest envelope waits longer than <see cref="LongestQueue"/>.
/// Degraded (200): one workspace of several is not connected; fewer sockets than wanted, or Slack raises an alarm about them; the oldest envelope waits longer
/// than <see cref="SlowQueue"/>; something is parked.
/// </remarks>
internal sealed class Readiness(Pulse pulse, Attendance attendance, SocketOptions wanted)
{
    public static readonly TimeSpan SlowQueue = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LongestQueue = TimeSpan.FromMinutes(5);

    public HealthCheckResult Database() => pulse.AwaySince is { } since ? Result((Unhealthy, $"The database is away since {since:u}.")) : Result();

    public HealthCheckResult Workspaces()
    {
        var all = attendance.All;
        var none = all.Any(one => one.Value is Presence.There) ? Degraded : Unhealthy;
        return Result([.. all.Select(one => one.Value switch
        {
            Presence.Coming => (none, $"Workspace {one.Key} is not connected yet."),
            Presence.Away away => (none, $"Workspace {one.Key} is not connected since {away.Since:u}: {away.Reason}."),
            _ => ((HealthStatus, string)?)null,
        }).OfType<(HealthStatus, string)>()]);
    }

    public HealthCheckResult Sockets() => Result([.. attendance.All.Select(one => one.Value is Presence.There there ? Sockets(one.Key, there.Sockets()) : null).OfType<(HealthStatus, string)>()]);

    public HealthCheckResult Inbox() => pulse.Inbox.Age > SlowQueue
        ? Result((pulse.Inbox.Age > LongestQueue ? Unhealthy : Degraded, $"The oldest envelope in the inbox has been waiting for {pulse.Inbox.Age.TotalSeconds:0} s."))
        : Result();

    public HealthCheckResult Parked() => pulse.Parked is { Envelopes: 0, Effects: 0, Jobs: 0 } ? Result() : Result((Degraded,
        $"Given up and kept to be looked at: {pulse.Parked.Envelopes} in the table inbox, {pulse.Parked.Effects} in outbox, {pulse.Parked.Jobs} in jobs."));

    private (HealthStatus, string)? Sockets(string name, SocketHealth health) => health switch
    {
        { Open: 0 } => (Unhealthy, $"Workspace {name} has 0 of {wanted.Sockets} sockets open{Because(health)}."),
        _ when health.Open < wanted.Sockets => (Degraded, $"Workspace {name} has {health.Open} of {wanted.Sockets} sockets open{Because(health)}."),
        _ => null,
    };

    private static string Because(SocketHealth health) => health.Alarm switch
    {
        SocketTrouble.LinkDisabled => ": Socket Mode is switched off in the app's settings",
        SocketTrouble.TooMany => ": the app has more sockets than Slack allows",
        SocketTrouble.Refused refused => $": Slack refuses them ({refused.Code})",
        _ => "",
    };

    private static HealthCheckResult Result(params IReadOnlyList<(HealthStatus Status, string Reason)> findings) =>
        findings.Count == 0 ? HealthCheckResult.Healthy() : new(findings.Min(one => one.Status), string.Join('\n', findings.Select(one => one.Reason)));
}
