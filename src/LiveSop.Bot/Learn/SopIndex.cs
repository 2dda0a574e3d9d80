using System.Globalization;
using System.Text;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn;

/// <summary>The first page of a folder of procedures.</summary>
internal static class SopIndex
{
    /// <param name="read">Sentences about what was read.</param>
    /// <param name="pages">File name of each procedure's page.</param>
    /// <param name="pictures">File name of each procedure's picture; null where there is none.</param>
    /// <returns>Markdown, line feeds only.</returns>
    public static string Write(Discoveries found, IReadOnlyList<string> read, IReadOnlyList<string> pages, IReadOnlyList<string?> pictures)
    {
        var page = new StringBuilder("# Procedures\n\n");
        page.Append(Findings.Sentence(found)).Append("\n\n");
        if (found.Sops.Count > 0) page.Append("| | procedure | cases | steps | fitness | picture |\n| --- | --- | --- | --- | --- | --- |\n");
        for (var i = 0; i < found.Sops.Count; i++)
            page.Append(CultureInfo.InvariantCulture, $"| {i + 1} | {Row(found.Sops[i].Sop, pages[i], pictures[i])} |\n");
        page.Append(found.Sops.Count > 0 ? "\n## What was read\n\n" : "## What was read\n\n");
        foreach (var sentence in read) page.Append("- ").Append(Untrusted.Markdown(sentence)).Append('\n');
        return page.Append("\nThese pages quote what people wrote: share them with nobody who could not read the talk itself.\n").ToString();
    }

    private static string Row(Sop sop, string page, string? picture) => string.Join(" | ",
        $"[{Untrusted.Markdown(sop.Title)}]({page})",
        sop.Cases.Count.ToString("N0", CultureInfo.InvariantCulture),
        sop.Steps.Count.ToString(CultureInfo.InvariantCulture),
        Findings.Fitness(sop),
        picture is null ? "" : $"[picture]({picture})");
}
