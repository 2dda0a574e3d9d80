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

    /// <summary>Among so many of the latest cases the one that tells most is sought.</summary>
    private const int LookedAt = 20;

    /// <summary>
    /// Of the latest that the viewer may read the one that shows most of what is new, then most of the procedure; in their scope. Null where there is none.
    /// </summary>
    public static async Task<PastCase?> OfAsync(UnitOfWork unit, UnderReview review, CancellationToken stop)
    {
        var sop = review.Sop.SopId;
        var latest = await unit.Db.SopCases.AsNoTracking().Where(one => one.SopId == sop).OrderByDescending(one => one.ClosedAt).ThenBy(one => one.CaseId).Take(LookedAt).ToListAsync(stop);
        var ids = latest.Select(one => one.CaseId).ToList();
        var shown = (await unit.Db.Evidence.AsNoTracking().Where(one => one.SopId == sop && ids.Contains(one.CaseId)).Select(one => new { one.CaseId, one.StepId }).ToListAsync(stop)).ToLookup(one => one.CaseId, one => one.StepId);
        var steps = review.Procedure.Steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var told = latest.Select(one => (Case: one, Done: one.Trace.Concat(shown[one.CaseId]).Where(steps.Contains).ToHashSet(StringComparer.Ordinal)))
            .OrderByDescending(one => one.Done.Count(step => review.Before is { } before && before.Step(step) is null)).ThenByDescending(one => one.Done.Count).ToList();
        if (told is not [var (most, done), ..]) return null;
        var links = await Permalinks.OfAsync(unit, stop);
        return new(most.ClosedAt, done, links?.OfCase(most, "this case"));
    }

    public IEnumerable<Block> Blocks(Procedure procedure)
    {
        yield return new Section(Link is { } link
            ? Mrkdwn.Of($"*How it fits a real case:* {link} of {At:date}")
            : Mrkdwn.Of($"*How it fits a real case:* one of {At:date}"));
        yield return new RichText(Rich.Paragraph($"{procedure.Steps.Take(MostSteps).Select(step => Line(procedure, step)).Aggregate((text, line) => RichLine.Of($"{text}\n{line}"))}"));
    }

    private RichLine Line(Procedure procedure, ProcedureStep step) => Done.Contains(step.Id) ? RichLine.Of($"✓ {(UntrustedText)step.Title}") : step.Optional || !procedure.Flow.Demands(step.Id)
        ? RichLine.Of($"–  {(UntrustedText)step.Title} (not needed there)")
        : RichLine.Of($"✗ {(UntrustedText)step.Title} (was not done there)");
}
