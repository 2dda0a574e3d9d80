using System.Globalization;
using LiveSop.Workspace.Export;
using LiveSop.Workspace.History;

namespace LiveSop.Workspace;

/// <summary>The command line.</summary>
internal static class WorkspaceCommand
{
    private const string Usage = "Usage: LiveSop.Workspace history --seed N --out DIR [--incidents N]\n       LiveSop.Workspace demo --bot livesop.dll --log FILE\n       LiveSop.Workspace slack [--port N]";

    /// <returns>0, or 2 where the arguments make no sense.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (Parse(arguments) is not { } request)
        {
            errors.WriteLine(Usage);
            return 2;
        }
        var history = CompanyHistory.Generate(request.Seed, request.Size);
        Directory.CreateDirectory(request.Folder);
        Save(request.Folder, "export.zip", stream => SlackExportWriter.Write(history, stream));
        Save(request.Folder, "gold.json", stream => GoldWriter.Write(history, stream));
        Save(request.Folder, "messages.csv", stream => MessageLogWriter.Write(history, stream));
        var issues = TrackerHistory.Generate(request.Seed);
        Save(request.Folder, "jira.json", stream => JiraJsonWriter.Write(issues, stream));
        Save(request.Folder, "jira.csv", stream => JiraCsvWriter.Write(issues, stream));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{history.Cases.Count} incidents and {history.Messages.Count} messages of seed {request.Seed} are in {request.Folder}"));
        return 0;
    }

    private static Request? Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count % 2 == 0 || arguments[0] != "history") return null;
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < arguments.Count; i += 2)
            if (arguments[i] is not ("--seed" or "--out" or "--incidents") || !options.TryAdd(arguments[i], arguments[i + 1])) return null;
        var size = new HistorySize();
        if (options.TryGetValue("--incidents", out var text))
        {
            if (Number(text) is not > 0) return null;
            size = new HistorySize(Number(text)!.Value);
        }
        return Number(options.GetValueOrDefault("--seed")) is { } seed && options.TryGetValue("--out", out var folder)
            ? new Request(seed, folder, size)
            : null;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Save(string folder, string name, Action<Stream> write)
    {
        using var file = File.Create(Path.Combine(folder, name));
        write(file);
    }

    private sealed record Request(int Seed, string Folder, HistorySize Size);
}
