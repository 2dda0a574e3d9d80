using LiveSop.Bot.Learn;
using LiveSop.Bot.Tests.Sources;

namespace LiveSop.Bot.Tests.Learn;

public sealed class SopFolderTests : Inputs
{
    private string Target => Path.Combine(Folder, "a", "b");

    [Fact]
    public async Task a_new_folder_appears_with_its_parents_and_lists_what_is_ours()
    {
        await FillAsync("01-x.md", "sops.json");

        Names().Should().Equal("01-x.md", "livesop-files.txt", "sops.json");
        File.ReadAllLines(Path.Combine(Target, SopFolder.List)).Skip(1).Should().Equal("01-x.md", "sops.json");
    }

    [Fact]
    public async Task the_next_run_replaces_what_is_ours_and_leaves_the_rest()
    {
        await FillAsync("01-x.md", "02-old.md", "sops.json");
        Write("a/b/notes.md", "theirs");
        Directory.CreateDirectory(Path.Combine(Target, "folder"));

        await FillAsync("01-x.md", "sops.json");

        Names().Should().Equal("01-x.md", "folder", "livesop-files.txt", "notes.md", "sops.json");
        File.ReadAllText(Path.Combine(Target, "notes.md")).Should().Be("theirs");
    }

    [Fact]
    public async Task a_file_of_somebody_else_is_never_replaced()
    {
        Write("a/b/index.md", "theirs");

        var refusal = FluentActions.Invoking(() => SopFolder.Claim(Target)).Should().Throw<UnusableFolderException>().Which;

        refusal.Message.Should().Contain("index.md: is not LiveSOP's and would be replaced");
        Write("a/b/01-x.md", "theirs");
        File.Delete(Path.Combine(Target, "index.md"));
        await FluentActions.Awaiting(() => FillAsync("00-w.md", "01-x.md")).Should().ThrowAsync<UnusableFolderException>();
        Names().Should().Equal("01-x.md");
        File.ReadAllText(Path.Combine(Target, "01-x.md")).Should().Be("theirs");
    }

    [Fact]
    public async Task a_list_that_somebody_tampered_with_reaches_no_other_folder()
    {
        Write("a/precious.txt", "theirs");
        Write("a/b/" + SopFolder.List, "../precious.txt\n..\n.\n");

        await FillAsync("01-x.md");

        File.ReadAllText(Path.Combine(Folder, "a", "precious.txt")).Should().Be("theirs");
        Names().Should().Equal("01-x.md", "livesop-files.txt");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_filling_that_breaks_off_changes_nothing(bool stood)
    {
        if (stood) await FillAsync("01-x.md");
        var before = Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories);

        var broken = () => SopFolder.Claim(Target).FillAsync(async (folder, stop) =>
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "01-x.md"), "new", stop);
            throw new OperationCanceledException();
        }, CancellationToken.None);

        await broken.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Should().BeEquivalentTo(before);
        if (stood) File.ReadAllText(Path.Combine(Target, "01-x.md")).Should().Be("01-x.md");
    }

    [Fact]
    public void looking_at_a_folder_leaves_no_trace()
    {
        SopFolder.Claim(Target);

        Directory.EnumerateFileSystemEntries(Folder).Should().BeEmpty();
    }

    [Fact]
    public void a_folder_under_a_file_is_refused() =>
        FluentActions.Invoking(() => SopFolder.Claim(Path.Combine(Write("a", "file"), "b", "c"))).Should().Throw<UnusableFolderException>()
            .Which.Message.Should().Contain("which is a file").And.EndWith(".");

    [Fact]
    public async Task a_disk_that_fails_is_a_sentence()
    {
        var filling = () => SopFolder.Claim(Target).FillAsync((_, _) => throw new IOException("No space left on device"), CancellationToken.None);

        (await filling.Should().ThrowAsync<UnusableFolderException>()).Which.Message.Should().Contain("cannot be written (No space left on device)");
    }

    private Task FillAsync(params string[] names) => SopFolder.Claim(Target).FillAsync(async (folder, stop) =>
    {
        foreach (var name in names) await File.WriteAllTextAsync(Path.Combine(folder, name), name, stop);
    }, CancellationToken.None);

    private IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(Target).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal);
}
