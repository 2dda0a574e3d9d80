using LiveSop.Bot.Sources;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;
using LiveSop.Workspace.Export;
using LiveSop.Workspace.History;

namespace LiveSop.Bot.Tests.Learn;

/// <summary>The simulated company's history, as its export is read, and what its author knows about it.</summary>
internal sealed record MinedCompany(CompanyHistory History, IReadOnlyList<Message> Messages, Discoveries Found)
{
    public static async Task<MinedCompany> OfAsync(int seed)
    {
        var history = CompanyHistory.Generate(seed);
        var messages = await ReadAsync(history);
        return new(history, messages, SopMiner.Mine(messages));
    }

    /// <summary>For each SOP the kind of each of its cases; "none" for talk that is no incident.</summary>
    public IReadOnlyList<(Sop Sop, IReadOnlyList<string> Kinds)> Kinds()
    {
        var kinds = History.Cases.ToDictionary(c => c.Key, c => c.Story.Kind);
        return [.. Found.Sops.Select(found => (found.Sop, (IReadOnlyList<string>)[.. found.Sop.Cases.Select(c => kinds.GetValueOrDefault(c, "none"))]))];
    }

    private static async Task<IReadOnlyList<Message>> ReadAsync(CompanyHistory history)
    {
        var path = Path.Combine(Path.GetTempPath(), $"livesop-{Path.GetRandomFileName()}.zip");
        try
        {
            await using (var file = File.Create(path)) SlackExportWriter.Write(history, file);
            var messages = new List<Message>();
            await foreach (var message in Bot.Sources.History.ReadAsync(path, new SourceOptions(), new ImportTally())) messages.Add(message);
            return messages;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
