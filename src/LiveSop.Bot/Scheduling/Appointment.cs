using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Scheduling;

/// <summary>Something that is due at set times in every workspace.</summary>
/// <param name="Name">By which it is known between starts: under another name it is another.</param>
/// <param name="Cron">
/// In Quartz's form: second, minute, hour, day of the month, month, day of the week, of the two days one a question mark: <c>0 30 2 * * ?</c> is half past two
/// each night. An hour that a change of the clock leaves out is kept when it is over, one that comes twice is kept once.
/// </param>
/// <param name="PlanAsync">
/// Records, as jobs, what is to be done: in one transaction of the workspace, quickly, calling nobody. Under <see cref="Occasion.Key"/>, since it may run twice
/// for one occasion.
/// </param>
internal sealed record Appointment(string Name, string Cron, TimeZoneInfo Zone, Func<Occasion, CancellationToken, Task> PlanAsync);

/// <summary>One time at which an appointment is due, in one workspace.</summary>
/// <param name="Key">The same whenever and by whomever it is kept.</param>
/// <param name="Due">When it was due; where the bot was away then, that is past.</param>
internal sealed record Occasion(string Key, DateTimeOffset Due, WorkspaceId Workspace, UnitOfWork Unit, Jobs Jobs);
