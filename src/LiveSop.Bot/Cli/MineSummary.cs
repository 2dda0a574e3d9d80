using System.Globalization;
using LiveSop.Bot.Learn;
using LiveSop.Domain.Sops.Pages;
using Spectre.Console;

namespace LiveSop.Bot.Cli;

/// <summary>Tells a person what was read, what was found, and where it is.</summary>
internal static class MineSummary
{
    public static void Show(Terminal terminal, MineReport report)
    {
        foreach (var sentence in report.Tally.Sentences()) terminal.Say(sentence);
        terminal.Say("");
        terminal.Say(Findings.Sentence(report.Found));
        if (report.Pages.Count > 0) terminal.Result.Write(Sops(report));
        foreach (var trouble in report.Troubles) terminal.Remark(trouble);
        terminal.Say(report.Pages.Count > 0
            ? $"They are listed in {Path.Combine(report.Folder, SopPages.Index)}; the first is {Path.Combine(report.Folder, report.Pages[0])}."
            : $"{Path.Combine(report.Folder, SopPages.Json)} says so for programs.");
    }

    // Texts, not strings: Spectre takes the brackets in a string for markup.
    private static Table Sops(MineReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("SOP");
        foreach (var figure in (string[])["cases", "steps", "fitness"]) table.AddColumn(new TableColumn(figure).RightAligned());
        foreach (var (sop, _) in report.Found.Sops)
            table.AddRow(
                new Text(Untrusted.OneLine(sop.Title)),
                new Text(sop.Cases.Count.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(sop.Steps.Count.ToString(CultureInfo.InvariantCulture)),
                new Text(Findings.Fitness(sop)));
        return table;
    }
}
