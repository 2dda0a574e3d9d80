using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Running;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>A run as it is shown.</summary>
/// <param name="Procedure">Of the version that it follows.</param>
internal sealed record RunView(RunRow Row, Run Run, SopRow Sop, Procedure Procedure)
{
    public Checklist List { get; } = Checklist.Of(Procedure, Run);
}
