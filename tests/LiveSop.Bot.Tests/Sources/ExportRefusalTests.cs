using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Tests.Sources;

public sealed class ExportRefusalTests : Inputs
{
    [Fact]
    public async Task refuses_a_folder_that_is_no_export() =>
        (await RefusalAsync(Folder)).Should().Contain("is not a Slack export (it has no channels.json)");

    [Fact]
    public async Task refuses_a_zip_that_is_no_export()
    {
        (await RefusalAsync(Zip(("a.txt", "x")))).Should().Contain("export.zip: is not a Slack export (it has no channels.json)");
        (await RefusalAsync(Zip(("xl/workbook.xml", "<x/>")))).Should().Contain("is an Excel workbook");
    }

    [Fact]
    public async Task refuses_a_zip_that_is_cut_off()
    {
        var whole = await File.ReadAllBytesAsync(Export("""{"user":"U1","text":"x","ts":"1715900000.1"}"""));

        (await RefusalAsync(Write("cut.zip", whole[..^60]))).Should().EndWith("cut.zip: is a zip that is cut off or damaged; download it again.");
    }

    [Fact]
    public async Task refuses_a_zip_whose_entry_is_damaged()
    {
        var path = Export(string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{"user":"U1","text":"{{i * 7919}}","ts":"17159{{i:00000}}.1"}""")));
        var bytes = await File.ReadAllBytesAsync(path);
        var name = bytes.AsSpan().IndexOf("help/"u8);
        bytes.AsSpan(name + 60, 400).Fill(0xFF);

        (await RefusalAsync(Write("bad.zip", bytes))).Should().Contain("bad.zip (help/2024-05-17.json)");
    }

    [Theory]
    [InlineData("../channels.json")]
    [InlineData("help/../../x.json")]
    [InlineData("/etc/x.json")]
    [InlineData("C:/x.json")]
    [InlineData("help\\2024-05-17.json")]
    public async Task refuses_a_zip_whose_path_escapes(string name) =>
        (await RefusalAsync(Zip(("channels.json", Channels), (name, "[]")))).Should()
            .EndWith($"export.zip ({name}): is a path that leads out of the zip; give the zip as Slack made it.");

    [Fact]
    public async Task never_lets_a_name_speak_to_the_terminal() =>
        (await RefusalAsync(Zip(("../\u001B[31m\n.json", "[]")))).Should().NotContain("\u001B").And.Contain("?[31m?");

    [Fact]
    public async Task refuses_a_zip_bomb_by_its_ratio()
    {
        var path = Zip(("channels.json", Channels), ("help/2024-05-17.json", $"[{new string(' ', 5_000_000)}]"));

        (await RefusalAsync(path, new SourceOptions { Limits = new SizeLimits { RatioFloorBytes = 1_000_000 } })).Should()
            .Contain("(help/2024-05-17.json): unpacks to more than 250 times the zip's size");
        (await ReadAsync(path)).Should().BeEmpty("5 MB of spaces is odd and harmless");
    }

    [Fact]
    public async Task refuses_a_zip_with_too_large_a_file_too_much_in_all_or_too_many_files()
    {
        var path = Zip(("channels.json", Channels), ("help/2024-05-17.json", "[" + new string(' ', 3_000_000) + "]"), ("help/2024-05-18.json", "[" + new string(' ', 3_000_000) + "]"));

        (await RefusalAsync(path, new SourceOptions { Limits = new SizeLimits { EntryBytes = 2 << 20 } })).Should()
            .Contain("(help/2024-05-17.json): unpacks to more than an export may hold (2 MB a file");
        (await RefusalAsync(path, new SourceOptions { Limits = new SizeLimits { TotalBytes = 4 << 20 } })).Should()
            .Contain("(help/2024-05-18.json): unpacks to more than an export may hold");
        (await RefusalAsync(path, new SourceOptions { Limits = new SizeLimits { Entries = 2 } })).Should().Contain("holds more than 2 files");
    }

    [Fact]
    public async Task refuses_one_endless_message()
    {
        var path = Export($$"""{"user":"U1","ts":"1715900000.1","text":"{{new string('x', 3_000_000)}}"}""");

        (await RefusalAsync(path, new SourceOptions { Limits = new SizeLimits { ItemBytes = 1 << 20 } })).Should()
            .Contain("(help/2024-05-17.json): holds a single item of more than 1 MB");
    }

    [Fact]
    public async Task refuses_json_that_breaks_off_and_names_the_entry_and_the_line()
    {
        var path = Zip(("channels.json", Channels), ("help/2024-05-17.json", "[{\"user\":\"U1\",\"text\":\"x\",\"ts\":\"1.1\"},\n{\"user\":\"U1\",\n\"text\":"));

        (await RefusalAsync(path)).Should()
            .EndWith("export.zip (help/2024-05-17.json), line 3: breaks off, is damaged, or is not a list of Slack messages in UTF-8; export it again.");
    }

    [Theory]
    [InlineData("channels.json", "{}")]
    [InlineData("channels.json", "")]
    [InlineData("users.json", "[[1]]")]
    [InlineData("help/2024-05-17.json", "[\n\"text\"]")]
    [InlineData("help/2024-05-17.json", "{\"ok\":false}")]
    public async Task refuses_an_export_whose_file_is_not_what_its_name_says(string name, string content)
    {
        var files = new Dictionary<string, string> { ["channels.json"] = Channels, ["help/2024-05-17.json"] = "[]", [name] = content };

        (await RefusalAsync(Zip([.. files.Select(file => (file.Key, file.Value))]))).Should().Contain($"export.zip ({name}), line ");
    }

    [Fact]
    public async Task refuses_an_encrypted_zip()
    {
        var path = Zip(("channels.json", Channels));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        (await RefusalAsync(Write("locked.zip", bytes))).Should().Contain("locked.zip (channels.json): is encrypted");
    }
}
