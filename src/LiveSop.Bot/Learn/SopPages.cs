using System.Globalization;
using LiveSop.Bot.Pictures;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn;

/// <summary>The files that tell what was found: a page and a picture of each procedure, an index, and <c>sops.json</c>. The same findings give the same bytes.</summary>
/// <param name="read">Sentences about what was read.</param>
/// <param name="dot">Graphviz's program.</param>
internal sealed class SopPages(Discoveries found, IReadOnlyList<string> read, string dot)
{
    public const string Index = "index.md";
    public const string Json = "sops.json";

    private const int PicturesAtOnce = 2;

    /// <summary>Of each procedure's page, in their order.</summary>
    public IReadOnlyList<string> Names { get; } = [.. found.Sops.Select((one, i) => Stem(one.Sop, i, found.Sops.Count) + ".md")];

    /// <summary>A sentence for each picture that is missing; where Graphviz is, just one.</summary>
    public IReadOnlyList<string> Troubles { get; private set; } = [];

    /// <param name="folder">Exists and is empty.</param>
    public async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        for (var i = 0; i < found.Sops.Count; i++)
            await File.WriteAllTextAsync(Path.Combine(folder, Names[i]), SopMarkdown.Write(found.Sops[i].Sop, found.Sops[i].Observed), cancellation);
        await using (var json = File.Create(Path.Combine(folder, Json)))
            SopsJson.Write(json, new Mined(found.Messages, found.Incidents, [.. found.Sops.Select(one => one.Sop)], found.Unassigned), ProcessTreeNotation.Write);
        var drawn = await DrawAsync(folder, cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, Index), SopIndex.Write(found, read, Names, drawn), cancellation);
    }

    /// <returns>The picture's name for each procedure; null where it could not be drawn.</returns>
    private async Task<string?[]> DrawAsync(string folder, CancellationToken cancellation)
    {
        var results = new PictureResult[found.Sops.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = PicturesAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, results.Length, limits, async (i, stop) =>
            results[i] = await WorkflowPicture.RenderAsync(WorkflowDot.Write(found.Sops[i].Sop), Path.Combine(folder, Picture(i)), dot, stop));
        Troubles = [.. results.Select(Trouble).OfType<string>().Distinct()];
        return [.. results.Select((result, i) => result is PictureResult.Drawn ? Picture(i) : null)];
    }

    private string? Trouble(PictureResult result, int i) => result switch
    {
        PictureResult.NoGraphviz none => none.Advice,
        PictureResult.Failed failed => $"The picture of \"{found.Sops[i].Sop.Title}\" could not be drawn: {failed.Reason}",
        _ => null,
    };

    private string Picture(int i) => Path.ChangeExtension(Names[i], ".png");

    /// <summary>"03-reset-password". As many digits as keep the names in order; of the id only what is safe in every file system.</summary>
    private static string Stem(Sop sop, int i, int of)
    {
        var digits = Math.Max(2, of.ToString(CultureInfo.InvariantCulture).Length);
        var slug = string.Concat(sop.Id.Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
        if (slug.StartsWith("sop-", StringComparison.Ordinal)) slug = slug[4..];
        return (i + 1).ToString("D" + digits, CultureInfo.InvariantCulture) + "-" + (slug.Length == 0 ? "sop" : slug);
    }
}
