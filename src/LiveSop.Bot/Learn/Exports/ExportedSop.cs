using System.Globalization;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Exports;

/// <summary>A procedure in force, as it goes into a file.</summary>
/// <param name="Approver">Their name; people's text.</param>
internal sealed record ExportedSop(SopRow Sop, SopVersionRow Version, Procedure Procedure, string Approver)
{
    /// <summary>"sop-012": in the order of the numbers, safe in every file system.</summary>
    public string Stem => string.Create(CultureInfo.InvariantCulture, $"sop-{Sop.Number:D3}");

    /// <param name="picture">The name of its picture; null where there is none.</param>
    public string Page(string? picture) => ProcedurePage.Write(Procedure, Standing, picture);

    private string Standing
    {
        get
        {
            var standing = string.Create(CultureInfo.InvariantCulture, $"SOP {Sop.Number}, version {Version.Version}, approved by {Approver} on {Version.ApprovedAt.UtcDateTime:d MMMM yyyy}");
            return Version.Why is { } why ? $"{standing}: {why}" : standing + ".";
        }
    }

    /// <summary>In a viewer's scope: those in force that they may read, by number.</summary>
    /// <param name="only">This one alone; null for all.</param>
    public static async Task<IReadOnlyList<ExportedSop>> ReadAsync(UnitOfWork unit, SopId? only, CancellationToken stop)
    {
        var sops = await unit.Db.Sops.AsNoTracking().Where(one => one.State == SopState.Published && (only == null || one.SopId == only)).OrderBy(one => one.Number).ToListAsync(stop);
        var names = await unit.Db.People.ToDictionaryAsync(one => one.UserId, one => one.RealName.Length > 0 ? one.RealName : one.Name, stop);
        var read = new List<ExportedSop>();
        foreach (var sop in sops)
            if (await unit.Db.SopVersions.AsNoTracking().FirstOrDefaultAsync(one => one.SopId == sop.SopId && one.Version == sop.Version, stop) is { } version)
                read.Add(new(sop, version, ProcedureFormat.Read(version.Body), names.GetValueOrDefault(version.ApprovedBy, "somebody who has left")));
        return read;
    }
}
