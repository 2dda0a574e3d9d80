using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Slack.Handlers;

/// <summary>What a handler works with: one workspace, one transaction in that workspace's own scope. All that is recorded in it commits together.</summary>
/// <param name="Transcript">What was said, edited and deleted.</param>
/// <param name="Effects">What Slack is to be told once this has been committed.</param>
/// <param name="Jobs">What is to be done afterwards because it takes long.</param>
internal sealed record SlackContext(Installation Installation, UnitOfWork Unit, Transcript Transcript, Effects Effects, Jobs Jobs)
{
    public WorkspaceId Workspace => Installation.Workspace;

    /// <summary>Names the envelope; the same for its doubles.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>For a job that goes on with what a handler begins.</summary>
    /// <param name="key">Names the job.</param>
    public static SlackContext InJob(Installation installation, UnitOfWork unit, string key, DateTimeOffset now) =>
        new(installation, unit, new Transcript(unit, installation.Workspace), new Effects(unit, installation.Workspace, now), new Jobs(unit, installation.Workspace, now)) { Key = key, Now = now };
}
