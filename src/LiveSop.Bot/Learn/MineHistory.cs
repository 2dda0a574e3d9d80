using LiveSop.Bot.Sources;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Learn;

/// <summary>What mining read, found and wrote.</summary>
/// <param name="Folder">As it was named.</param>
/// <param name="Troubles">Sentences about pictures that could not be drawn.</param>
internal sealed record MineReport(ImportTally Tally, Discoveries Found, string Folder, IReadOnlyList<string> Pages, IReadOnlyList<string> Troubles);

/// <summary>From past talk to a folder of procedures: read, mine, write. Before the writing nothing on the disk changes.</summary>
/// <param name="Dot">Graphviz's program.</param>
internal sealed record MineHistory(IReadOnlyList<string> Inputs, string Folder, SourceOptions Options, string Dot)
{
    /// <exception cref="BadInputException">An input cannot be used.</exception>
    /// <exception cref="UnusableFolderException">The folder cannot be used.</exception>
    public async Task<MineReport> RunAsync(Action<string> progress, CancellationToken cancellation)
    {
        var folder = SopFolder.Claim(Folder);
        var imported = await ImportHistory.RunAsync(Inputs, Options, progress, cancellation);
        var found = await FindAsync(imported, progress, cancellation);
        progress("Writing the procedures");
        var pages = new SopPages(found, imported.Tally.Sentences(), Dot);
        await folder.FillAsync(pages.WriteAsync, cancellation);
        return new MineReport(imported.Tally, found, Folder, pages.Names, pages.Troubles);
    }

    // Mining knows of no cancellation: it is left at its next word of progress, and not waited for.
    private static Task<Discoveries> FindAsync(Imported imported, Action<string> progress, CancellationToken cancellation) =>
        Task.Run(() => SopMiner.Mine(imported.Messages, phrase =>
        {
            cancellation.ThrowIfCancellationRequested();
            progress(phrase);
        }), cancellation).WaitAsync(cancellation);
}
