using LiveSop.Bot.Scheduling;
using LiveSop.Bot.Slack.Inbox;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Hosting;

/// <summary>What the bot finds where it runs, beside its settings.</summary>
/// <param name="TokensNow">The tokens that stand under a name now; null where none do. What it throws as a bad setting counts as none.</param>
/// <param name="Environment">For what others agree on: OpenTelemetry's <c>OTEL_…</c>.</param>
internal sealed record Surroundings(Func<string, WorkspaceTokens?> TokensNow, IConfiguration Environment)
{
    /// <summary>Who may make indexes; null: large workspaces go without.</summary>
    public string? TablesOwner { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What is due at set times; null for all that the bot does.</summary>
    public Timetable? Timetable { get; init; }

    /// <summary>How long people wait for a command or a press: Slack's three seconds, unless a test is not to depend on how fast the machine is.</summary>
    public TimeSpan Patience { get; init; } = new InboxOptions().Patience;

    public static Surroundings None { get; } = new(_ => null, new ConfigurationBuilder().Build());
}
