using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>How a real case of the past looks beside the procedure: what of it was done there.</summary>
/// <param name="Done">The ids of the steps that were.</param>
/// <param name="Link">Null where it cannot be shown in Slack.</param>
internal sealed record PastCase(DateTimeOffset At, IReadOnlySet<string> Done, WebLink? Link)
{
    private const int MostSteps = 30;

    /// <summary>The latest that the viewer may read; in their scope. Null where there is none.</summary>
    public static async Task<PastCase?> LatestAsync(UnitOfWork unit, SopId sop, CancellationToken stop)
    {
        if (await unit.Db.SopCases.AsNoTracking().Where(one => one.SopId == sop).OrderByDescending(one => one.ClosedAt).ThenBy(one => one.CaseId).FirstOrDefaultAsync(stop) is not { } latest) return null;
        var links = await Permalinks.OfAsync(unit, stop);
        return new(latest.ClosedAt, latest.Trace.ToHashSet(StringComparer.Ordinal), links?.OfCase(latest, "this case"));
    }

    public IEnumerable<Block> Blocks(Procedure procedure)
    {
        yield return new Section(Link is { } link
            ? Mrkdwn.Of($"*How it fits a real case:* {link} of {At:date}")
            : Mrkdwn.Of($"*How it fits a real case:* one of {At:date}"));
        yield return new RichText(Rich.Paragraph($"{procedure.Steps.Take(MostSteps).Select(Line).Aggregate((text, line) => RichLine.Of($"{text}\n{line}"))}"));
    }

    private RichLine Line(ProcedureStep step) => Done.Contains(step.Id) ? RichLine.Of($"✓ {(UntrustedText)step.Title}") : step.Optional
        ? RichLine.Of($"–  {(UntrustedText)step.Title} (not needed there)")
        : RichLine.Of($"✗ {(UntrustedText)step.Title} (was not done there)");
}
