using System.IO.Compression;
using System.Text;
using LiveSop.Bot.Sources;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Tests.Sources;

/// <summary>Real files in a folder of their own, and what reading them gives.</summary>
public abstract class Inputs : IDisposable
{
    internal const string Channels = """[{"id":"C1","name":"help"},{"id":"C2","name":"ops"}]""";

    internal const string Users = """
        [{"id":"U1","name":"ana","real_name":"Ana Ruiz","profile":{"display_name":"ana","title":"Support engineer"}},
         {"id":"U2","name":"ben","deleted":true,"profile":{"display_name":"","real_name":"Ben Okri"}},
         {"id":"U9","name":"pager","is_bot":true,"profile":{"real_name":"Pager"}}]
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("livesop-sources-");

    private protected ImportTally Tally { get; private set; } = new();

    internal string Folder => folder.FullName;

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    internal string Write(string name, string content, Encoding? encoding = null) =>
        Write(name, [.. (encoding ?? new UTF8Encoding()).GetPreamble(), .. (encoding ?? new UTF8Encoding()).GetBytes(content)]);

    internal string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    internal string Zip(params (string Name, string Content)[] entries)
    {
        var path = Path.Combine(Folder, "export.zip");
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }
        return path;
    }

    /// <summary>An export with one channel C1 "help", a list of users, and these messages on one day.</summary>
    internal string Export(params string[] messages) =>
        Zip(("channels.json", Channels), ("users.json", Users), ("help/2024-05-17.json", $"[{string.Join(",\n", messages)}]"));

    internal async Task<List<Message>> ReadAsync(string path, SourceOptions? options = null)
    {
        Tally = new ImportTally();
        return await History.ReadAsync(path, options ?? new SourceOptions(), Tally).ToListAsync();
    }

    internal async Task<Message> OneAsync(string path, SourceOptions? options = null) =>
        (await ReadAsync(path, options)).Should().ContainSingle().Subject;

    internal async Task<string> RefusalAsync(string path, SourceOptions? options = null)
    {
        var reading = () => ReadAsync(path, options);
        var refusal = (await reading.Should().ThrowAsync<BadInputException>()).Which.Message;
        refusal.Should().EndWith(".").And.NotContain("\n");
        return refusal;
    }
}
