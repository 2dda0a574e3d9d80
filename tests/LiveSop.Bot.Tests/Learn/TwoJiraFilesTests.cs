using LiveSop.Bot.Learn;
using LiveSop.Bot.Sources;
using LiveSop.Workspace.Export;
using LiveSop.Workspace.History;

namespace LiveSop.Bot.Tests.Learn;

/// <summary>The same issues as JSON and as CSV: neither counts twice, and what one marks as secured the other does not give away.</summary>
public sealed class TwoJiraFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("livesop-");

    [Fact]
    public async Task an_issue_that_two_files_hold_counts_once_and_stays_secured()
    {
        var (json, csv) = (Path.Combine(folder.FullName, "jira.json"), Path.Combine(folder.FullName, "jira.csv"));
        var issues = TrackerHistory.Generate(1);
        await using (var file = File.Create(json)) JiraJsonWriter.Write(issues, file);
        await using (var file = File.Create(csv)) JiraCsvWriter.Write(issues, file);

        var alone = await ReadAsync(json);
        var together = await ReadAsync(json, csv);

        (await ReadAsync(csv)).Messages.Select(m => m.Thread).Distinct().Should().HaveCountGreaterThan(alone.Messages.Select(m => m.Thread).Distinct().Count(), "the CSV does not mark what is secured");
        together.Messages.Should().Equal(alone.Messages);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Task<Imported> ReadAsync(params string[] inputs) => ImportHistory.RunAsync(inputs, new SourceOptions(), _ => { }, default);
}
