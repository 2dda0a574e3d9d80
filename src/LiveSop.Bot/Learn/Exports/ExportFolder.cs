using System.IO.Compression;
using System.Text;
using LiveSop.Bot.Pictures;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Exports;

/// <param name="Troubles">A sentence for each picture that is missing; where Graphviz is, just one.</param>
internal sealed record Exported(byte[] Zip, IReadOnlyList<string> Troubles);

/// <summary>Procedures as a zip: a page and a picture each, and an index. The same procedures give the same bytes.</summary>
internal static class ExportFolder
{
    private const string Index = "index.md";

    /// <summary>The earliest that a zip can say: when it was made is nobody's business, and would change the bytes.</summary>
    private static readonly DateTimeOffset always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="dot">Graphviz's program.</param>
    public static async Task<Exported> WriteAsync(IReadOnlyList<ExportedSop> sops, string dot, CancellationToken stop)
    {
        var pictures = Directory.CreateTempSubdirectory("livesop-export-");
        try
        {
            var (drawn, troubles) = await DrawAsync(sops, pictures.FullName, dot, stop);
            return new(Pack(sops, drawn, troubles), troubles);
        }
        finally
        {
            pictures.Delete(recursive: true);
        }
    }

    private static async Task<(Dictionary<string, byte[]> Drawn, IReadOnlyList<string> Troubles)> DrawAsync(IReadOnlyList<ExportedSop> sops, string folder, string dot, CancellationToken stop)
    {
        var drawn = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var troubles = new List<string>();
        foreach (var one in sops)
        {
            var path = Path.Combine(folder, one.Stem + ".png");
            var result = await WorkflowPicture.RenderAsync(WorkflowDot.Write(one.Procedure), path, dot, stop);
            if (result is PictureResult.Drawn) drawn[one.Stem] = await File.ReadAllBytesAsync(path, stop);
            else troubles.Add(result is PictureResult.NoGraphviz none ? none.Advice : $"The picture of SOP {one.Sop.Number} could not be drawn.");
        }
        return (drawn, [.. troubles.Distinct(StringComparer.Ordinal)]);
    }

    private static byte[] Pack(IReadOnlyList<ExportedSop> sops, Dictionary<string, byte[]> drawn, IReadOnlyList<string> troubles)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, Index, Encoding.UTF8.GetBytes(IndexOf(sops, troubles)));
            foreach (var one in sops)
            {
                var picture = drawn.GetValueOrDefault(one.Stem);
                Put(zip, one.Stem + ".md", Encoding.UTF8.GetBytes(one.Page(picture is null ? null : one.Stem + ".png")));
                if (picture is not null) Put(zip, one.Stem + ".png", picture);
            }
        }
        return bytes.ToArray();
    }

    private static string IndexOf(IReadOnlyList<ExportedSop> sops, IReadOnlyList<string> troubles)
    {
        var page = new StringBuilder("# Procedures in force\n\n");
        foreach (var one in sops) page.Append(System.Globalization.CultureInfo.InvariantCulture, $"- [SOP {one.Sop.Number}: {Untrusted.Markdown(one.Procedure.Title)}]({one.Stem}.md), version {one.Version.Version}\n");
        foreach (var trouble in troubles) page.Append('\n').Append(Untrusted.Markdown(trouble)).Append('\n');
        return page.ToString();
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = always;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
