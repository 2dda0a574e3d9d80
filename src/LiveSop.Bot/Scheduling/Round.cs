using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Scheduling;

/// <summary>Keeps an appointment: in every workspace that is connected it records what is to be done. A test turns the clock by calling it.</summary>
internal sealed partial class Round(Timetable timetable, Database database, Connections connections, WorkSignals signals, ILogger<Round> log)
{
    private const int MostAttempts = 5;

    /// <summary>May be called again for the same time.</summary>
    public async Task KeepAsync(string name, DateTimeOffset due, TimeProvider time, CancellationToken stop)
    {
        if (timetable.Find(name) is not { } appointment)
        {
            Unknown(log, name);
            return;
        }
        foreach (var workspace in connections.Workspaces) await KeepAsync(appointment, due, workspace, time, stop);
    }

    /// <summary>The one catch around a workspace: one that fails keeps no other waiting for good.</summary>
    private async Task KeepAsync(Appointment appointment, DateTimeOffset due, WorkspaceId workspace, TimeProvider time, CancellationToken stop)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            try
            {
                await PlanAsync(appointment, due, workspace, time.GetUtcNow(), stop);
                return;
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                NotKept(log, appointment.Name, workspace, e.GetType().Name);
            }
            await Task.Delay(Backoff.After(attempt), time, stop);
        }
        Missed(log, appointment.Name, workspace);
    }

    private async Task PlanAsync(Appointment appointment, DateTimeOffset due, WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var jobs = new Jobs(unit, workspace, now);
        await appointment.PlanAsync(new($"{appointment.Name}:{due.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", due, workspace, unit, jobs), stop);
        await unit.CommitAsync(stop);
        if (jobs.Any) signals.Wake(QueueKind.Job);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Appointment} is due, and this version knows no such appointment.")]
    private static partial void Unknown(ILogger log, string appointment);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Appointment} could not be kept in {Workspace} ({Reason}); trying again.")]
    private static partial void NotKept(ILogger log, string appointment, WorkspaceId workspace, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Appointment} was missed in {Workspace}; it comes again when it is due the next time.")]
    private static partial void Missed(ILogger log, string appointment, WorkspaceId workspace);
}
