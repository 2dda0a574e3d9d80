using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using LiveSop.Workspace;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.Export;
using LiveSop.Workspace.History;

namespace LiveSop.Bot.Tests.Workspace;

public sealed class ExportTests
{
    private static readonly CompanyHistory History = CompanyHistory.Generate(1);
    private static readonly byte[] Zip = Bytes(stream => SlackExportWriter.Write(History, stream));

    [Fact]
    public void the_bundled_sample_is_what_seed_1_gives()
    {
        var bundled = Entries(File.ReadAllBytes(Path.Combine(Root(), "samples", "support-history.zip")));
        var fresh = Entries(Zip);
        bundled.Select(e => e.Name).Should().Equal(fresh.Select(e => e.Name));
        foreach (var (committed, made) in bundled.Zip(fresh)) committed.Text.Should().Be(made.Text, committed.Name);
    }

    [Fact]
    public void writes_the_same_bytes_twice()
    {
        Bytes(stream => SlackExportWriter.Write(CompanyHistory.Generate(1), stream)).Should().Equal(Zip);
    }

    [Fact]
    public void stays_small_enough_to_be_bundled() => Zip.Length.Should().BeLessThan(600_000);

    [Fact]
    public void puts_each_message_into_the_file_of_its_day_in_california()
    {
        var folders = Channels.All.ToDictionary(c => c.Folder, c => c.Id);
        var found = Days(Zip).SelectMany(d => d.Messages.Select(m => (d.Day, Key: $"{folders[d.Folder]}:{m.GetProperty("ts").GetString()}"))).ToList();
        found.Select(f => f.Key).Order(StringComparer.Ordinal).Should().Equal(History.Messages.Select(m => m.Key).Order(StringComparer.Ordinal));
        var at = History.Messages.ToDictionary(m => m.Key, m => m.At);
        found.Should().OnlyContain(f => Zone.Pacific.Local(at[f.Key]).ToString("yyyy-MM-dd") == f.Day);
        found.Should().Contain(f => at[f.Key].ToString("yyyy-MM-dd") != f.Day, "the day is not the one in UTC");
    }

    [Fact]
    public void parents_know_their_replies_and_replies_their_parent()
    {
        foreach (var folder in Days(Zip).GroupBy(d => d.Folder))
        {
            var messages = folder.SelectMany(d => d.Messages).ToDictionary(m => m.GetProperty("ts").GetString()!);
            var replies = messages.Values.Where(m => Text(m, "thread_ts") is { } thread && thread != Text(m, "ts")).ToLookup(m => Text(m, "thread_ts"));
            foreach (var thread in replies)
            {
                var parent = messages[thread.Key!];
                parent.GetProperty("reply_count").GetInt32().Should().Be(thread.Count());
                parent.GetProperty("replies").EnumerateArray().Select(r => Text(r, "ts")).Should().Equal(thread.Select(r => Text(r, "ts")).Order(StringComparer.Ordinal));
                Text(parent, "thread_ts").Should().Be(Text(parent, "ts"));
            }
        }
    }

    [Fact]
    public void tells_nothing_of_the_gold()
    {
        var names = History.Cases.SelectMany(c => c.Trace().Append(c.Story.Kind)).Distinct().ToList();
        foreach (var (name, text) in Entries(Zip)) names.Should().OnlyContain(n => !text.Contains('"' + n + '"'), name);
    }

    [Fact]
    public void lists_no_user_who_is_from_elsewhere_and_marks_the_one_who_left()
    {
        using var users = JsonDocument.Parse(Entries(Zip).Single(e => e.Name == "users.json").Text);
        var listed = users.RootElement.EnumerateArray().ToDictionary(u => Text(u, "id")!);
        listed.Should().NotContainKey(House.Unlisted.Id);
        listed.Values.Where(u => u.GetProperty("deleted").GetBoolean()).Should().ContainSingle();
    }

    [Fact]
    public void gold_speaks_of_messages_that_exist()
    {
        using var gold = JsonDocument.Parse(Bytes(stream => GoldWriter.Write(History, stream)));
        var keys = History.Messages.Select(m => m.Key).ToHashSet();
        var cases = Names(gold, "cases").ToHashSet();
        cases.Should().HaveCount(History.Cases.Count).And.BeSubsetOf(keys);
        Names(gold, "messages").Should().BeSubsetOf(Names(gold, "messageCase")).And.NotBeEmpty();
        Names(gold, "also").Should().BeSubsetOf(Names(gold, "messages")).And.NotBeEmpty();
        Names(gold, "messageCase").Should().BeSubsetOf(keys);
        gold.RootElement.GetProperty("messageCase").EnumerateObject().Should().OnlyContain(p => cases.Contains(p.Value.GetString()!));
    }

    [Fact]
    public void the_command_writes_every_file_and_refuses_nonsense()
    {
        var folder = Directory.CreateTempSubdirectory("company").FullName;
        var (output, errors) = (new StringWriter(), new StringWriter());
        WorkspaceCommand.Run(["history", "--seed", "3", "--incidents", "20", "--out", folder], output, errors).Should().Be(0);
        Directory.GetFiles(folder).Select(Path.GetFileName).Should().BeEquivalentTo("export.zip", "gold.json", "jira.json", "jira.csv", "messages.csv");
        Directory.Delete(folder, recursive: true);
        foreach (var line in new[] { "", "history", "history --seed x --out y", "history --seed 1 --out y --incidents 0", "history --seed 1", "story --seed 1 --out y" })
            WorkspaceCommand.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), output, errors).Should().Be(2, line);
    }

    private static IEnumerable<string> Names(JsonDocument document, string part) => document.RootElement.GetProperty(part).EnumerateObject().Select(p => p.Name);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<(string Name, string Text)> Entries(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.Select(e => (e.FullName, new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd())).ToList();
    }

    private static IEnumerable<(string Folder, string Day, List<JsonElement> Messages)> Days(byte[] bytes) =>
        from entry in Entries(bytes)
        let path = entry.Name.Split('/')
        where path.Length == 2
        select (path[0], path[1].Replace(".json", "", StringComparison.Ordinal), JsonSerializer.Deserialize<List<JsonElement>>(entry.Text)!);

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
