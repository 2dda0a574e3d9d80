using LiveSop.Bot.Commands;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Library;

/// <summary>A procedure as it stands: its version in force, or, where there is none yet, its draft.</summary>
/// <param name="Draft">Where no version is in force.</param>
internal sealed record Shelved(SopRow Sop, Procedure Procedure, DraftRow? Draft)
{
    /// <summary>What is proposed in place of the version in force; null where nothing is.</summary>
    public DraftRow? OnTop { get; init; }
}

/// <summary>Which procedure somebody meant.</summary>
internal abstract record Lookup
{
    private Lookup() { }

    public sealed record One(Shelved Found) : Lookup;

    public sealed record Several(IReadOnlyList<SopRow> Sops) : Lookup;

    /// <summary>None of that name that they may read; whether there is one that they may not is not said.</summary>
    public sealed record None : Lookup;
}

/// <summary>The procedures that a person may read. Every call is made in a viewer's scope, so that the database leaves out what they may not.</summary>
internal static class Shelf
{
    private static readonly SopState[] readable = [SopState.Published, SopState.Draft];

    /// <summary>Those in force first, then drafts; in each the one last changed first.</summary>
    public static async Task<IReadOnlyList<SopRow>> ListAsync(UnitOfWork unit, CancellationToken stop)
    {
        var sops = await unit.Db.Sops.AsNoTracking().Where(one => readable.Contains(one.State)).ToListAsync(stop);
        return [.. sops.OrderByDescending(one => one.State == SopState.Published).ThenByDescending(one => one.UpdatedAt).ThenBy(one => one.Number)];
    }

    /// <summary>The procedures for which approvers have a draft before them.</summary>
    public static async Task<IReadOnlySet<SopId>> UnderReviewAsync(UnitOfWork unit, CancellationToken stop) =>
        (await unit.Db.Drafts.Where(one => one.State == DraftState.Waiting).Select(one => one.SopId).Distinct().ToListAsync(stop)).ToHashSet();

    public static async Task<Lookup> FindAsync(UnitOfWork unit, SopReference reference, CancellationToken stop)
    {
        if (reference is SopReference.ByNumber { Number: var number })
            return await unit.Db.Sops.AsNoTracking().FirstOrDefaultAsync(one => one.Number == number, stop) is { } sop && await ShelvedAsync(unit, sop, stop) is { } found
                ? new Lookup.One(found)
                : new Lookup.None();
        var words = ((SopReference.ByWords)reference).Words;
        var all = await ListAsync(unit, stop);
        var named = Named(all, words);
        return named switch
        {
            [] => new Lookup.None(),
            [var only] => await ShelvedAsync(unit, only, stop) is { } found ? new Lookup.One(found) : new Lookup.None(),
            _ => new Lookup.Several(named),
        };
    }

    /// <returns>Null where it is not there, or has nothing to show.</returns>
    public static async Task<Shelved?> FindAsync(UnitOfWork unit, SopId id, CancellationToken stop) =>
        await unit.Db.Sops.AsNoTracking().FirstOrDefaultAsync(one => one.SopId == id, stop) is { } sop ? await ShelvedAsync(unit, sop, stop) : null;

    public static async Task<Shelved?> ShelvedAsync(UnitOfWork unit, SopRow sop, CancellationToken stop)
    {
        if (sop.Version is { } version)
        {
            var body = await unit.Db.SopVersions.AsNoTracking().Where(one => one.SopId == sop.SopId && one.Version == version).Select(one => one.Body).FirstOrDefaultAsync(stop);
            return body is null ? null : new(sop, ProcedureFormat.Read(body), null) { OnTop = await OpenAsync(unit, sop, stop) };
        }
        var draft = await unit.Db.Drafts.AsNoTracking().Where(one => one.SopId == sop.SopId).OrderByDescending(one => one.CreatedAt).FirstOrDefaultAsync(stop);
        return draft is null ? null : new(sop, ProcedureFormat.Read(draft.Body), draft);
    }

    private static Task<DraftRow?> OpenAsync(UnitOfWork unit, SopRow sop, CancellationToken stop) => unit.Db.Drafts.AsNoTracking()
        .Where(one => one.SopId == sop.SopId && (one.State == DraftState.Found || one.State == DraftState.Waiting)).OrderByDescending(one => one.CreatedAt).FirstOrDefaultAsync(stop);

    /// <summary>The one that is called exactly so, else those whose titles hold all the words, in any form.</summary>
    private static IReadOnlyList<SopRow> Named(IReadOnlyList<SopRow> all, string words)
    {
        if (all.FirstOrDefault(one => string.Equals(one.Title, words, StringComparison.OrdinalIgnoreCase)) is { } exact) return [exact];
        var wanted = StemsOf(words);
        return wanted.Count == 0 ? [] : [.. all.Where(one => wanted.IsSubsetOf(StemsOf(one.Title)))];
    }

    private static HashSet<string> StemsOf(string text) => [.. Tokens.Of(text).Select(token => Stems.Of(token.ToLowerInvariant()))];
}
