using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Sops;

/// <summary>A message that shows a step of a procedure.</summary>
internal sealed class EvidenceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required SopId SopId { get; init; }

    public required string StepId { get; init; }

    public required EvidencePlace Place { get; init; }

    /// <summary>In a channel the message's; of a file, <c>NAME#row</c> or <c>PROJECT#id</c>.</summary>
    public required string Ts { get; init; }

    public required string CaseId { get; init; }
}

/// <summary>A solved case of a procedure: one that it was mined from, or one since.</summary>
internal sealed class SopCaseRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required SopId SopId { get; init; }

    /// <summary>As mining names a talk: <c>CHANNEL:TS</c>.</summary>
    public required string CaseId { get; init; }

    public required EvidencePlace Place { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Of its last message.</summary>
    public required DateTimeOffset ClosedAt { get; set; }

    /// <summary>The ids of its steps in the order they were done; a deed that is no step of the procedure as <c>+</c> and its words.</summary>
    public required string[] Trace { get; set; }

    /// <summary>The version in force when it was solved; null where it is one of those that the procedure was mined from.</summary>
    public int? Version { get; set; }
}
