using System.IO.Compression;
using System.Text;
using LiveSop.Bot.Sources;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Tests.Sources;

public sealed class SlackExportTests : Inputs
{
    [Fact]
    public async Task reads_a_message_with_its_place_author_time_and_thread()
    {
        var message = await OneAsync(Export("""{"type":"message","user":"U1","text":"down again","ts":"1589312523.000100","thread_ts":"1589312523.000100"}"""));

        message.Source.Should().Be(new SourceRef.Slack("C1", "1589312523.000100"));
        message.Place.Should().Be("C1");
        message.Author.Should().Be(new Person("U1", "ana"));
        (message.Author.Name, message.Author.Title, message.Author.IsApp).Should().Be(("ana", "Support engineer", false));
        message.At.Should().Be(new DateTimeOffset(2020, 5, 12, 19, 42, 3, TimeSpan.Zero).AddTicks(1000));
        message.Text.Should().Be("down again");
        message.Thread.Should().Be("1589312523.000100");
        message.Activity.Should().BeNull();
    }

    [Fact]
    public async Task takes_the_day_from_ts_and_never_from_the_file_name()
    {
        var path = Zip(("channels.json", Channels), ("help/2016-02-07.json", """[{"user":"U1","text":"late","ts":"1454915700.000001"}]"""));

        (await OneAsync(path)).At.UtcDateTime.Date.Should().Be(new DateTime(2016, 2, 8));
    }

    [Fact]
    public async Task keeps_a_reply_whose_parent_is_outside_the_export_in_its_thread()
    {
        var messages = await ReadAsync(Zip(("channels.json", Channels),
            ("help/2024-05-17.json", """[{"user":"U1","text":"a reply","ts":"1715900000.000100","thread_ts":"1700000000.000100"}]"""),
            ("help/2024-07-17.json", """[{"user":"U2","text":"months later","ts":"1721200000.000100","thread_ts":"1700000000.000100"}]""")));

        messages.Should().HaveCount(2).And.OnlyContain(message => message.Thread == "1700000000.000100");
    }

    [Theory]
    [InlineData("""{"user":"U1","text":"x","ts":"1715900000.000100"}""", null)]
    [InlineData("""{"user":"U1","text":"x","ts":"1715900000.000100","reply_count":2}""", "1715900000.000100")]
    [InlineData("""{"user":"U1","text":"x","ts":"1715900000.000100","reply_count":"2"}""", "1715900000.000100")]
    [InlineData("""{"user":"U1","text":"x","ts":"1715900000.000100","reply_count":0}""", null)]
    public async Task makes_a_message_with_replies_the_root_of_its_thread(string json, string? thread) =>
        (await OneAsync(Export(json))).Thread.Should().Be(thread);

    [Fact]
    public async Task accepts_numbers_for_strings_strings_for_numbers_and_nulls_for_lists()
    {
        var path = Zip(
            ("channels.json", """[{"id":"C1","name":"help","created":"1452837318","topic":null},null]"""),
            ("users.json", """[{"id":"U1","name":"ana","is_bot":"false","profile":null}]"""),
            ("help/2024-05-17.json", """[null,{"user":"U1","text":"x","ts":1715900000.000100,"blocks":null,"files":null,"attachments":null,"edited":null}]"""));

        (await OneAsync(path)).Source.Should().Be(new SourceRef.Slack("C1", "1715900000.000100"));
    }

    [Fact]
    public async Task forgives_odd_shapes_anywhere_in_a_file_of_many_blocks()
    {
        const int Count = 2000;
        var users = Enumerable.Range(0, Count).Select(i => $$"""{"id":"W{{i}}","name":{"odd":[{{i}}]},"is_bot":null,"real_name":["{{i}}"],"profile":{"display_name":"p{{i}}" } }""");
        var messages = Enumerable.Range(0, Count).Select(i => $$"""{"user":"W{{i}}","text":"x","ts":{{1715900000 + i}}.000100,"subtype":null,"bot_id":{"odd":"{{i}}"},"thread_ts":[1,[2]],"edited":7}""");

        var read = await ReadAsync(Zip(("channels.json", Channels), ("users.json", $"[{string.Join(',', users)}]"),
            ("help/2024-05-17.json", $"[{string.Join(',', messages)}]")));

        read.Select(message => (message.Author.Name, ((SourceRef.Slack)message.Source).Ts)).Should()
            .Equal(Enumerable.Range(0, Count).Select(i => ($"p{i}", $"{1715900000 + i}.000100")));
    }

    [Theory]
    [InlineData("""{"user":"U7","user_profile":{"display_name":"","real_name":"Zed Ox"},"text":"x","ts":"1715900000.1"}""", "U7", "Zed Ox", false)]
    [InlineData("""{"user":"U8","text":"x","ts":"1715900000.1"}""", "U8", "unknown person", false)]
    [InlineData("""{"user":"U2","text":"x","ts":"1715900000.1"}""", "U2", "Ben Okri", false)]
    [InlineData("""{"user":"U9","bot_id":"B9","text":"x","ts":"1715900000.1"}""", "U9", "Pager", true)]
    [InlineData("""{"user":"U6","bot_id":"B6","bot_profile":{"name":"Deploys"},"text":"x","ts":"1715900000.1"}""", "U6", "Deploys", true)]
    [InlineData("""{"subtype":"bot_message","bot_id":"B1","username":"alerts","text":"x","ts":"1715900000.1"}""", "B1", "alerts", true)]
    [InlineData("""{"subtype":"bot_message","username":"cron","text":"x","ts":"1715900000.1"}""", "app:cron", "cron", true)]
    [InlineData("""{"text":"x","ts":"1715900000.1"}""", "unknown", "unknown person", false)]
    public async Task names_an_author_as_well_as_the_export_allows(string json, string id, string name, bool isApp)
    {
        var author = (await OneAsync(Export(json))).Author;

        (author.Id, author.Name, author.IsApp).Should().Be((id, name, isApp));
    }

    [Theory]
    [InlineData("channel_join")]
    [InlineData("group_topic")]
    [InlineData("pinned_item")]
    [InlineData("something_new")]
    public async Task leaves_out_what_slack_itself_noted(string subtype)
    {
        (await ReadAsync(Export($$"""{"subtype":"{{subtype}}","user":"U1","text":"<@U1> has joined","ts":"1715900000.1"}"""))).Should().BeEmpty();

        Tally[Omission.SystemNote].Should().Be(1);
        Tally.Sentences().Should().Contain("1 note by Slack itself (joins, topics, pins and the like) was left out.");
    }

    [Theory]
    [InlineData("me_message")]
    [InlineData("bot_message")]
    [InlineData("thread_broadcast")]
    [InlineData("file_share")]
    public async Task keeps_what_people_and_apps_said(string subtype) =>
        (await ReadAsync(Export($$"""{"subtype":"{{subtype}}","user":"U1","text":"said","ts":"1715900000.1"}"""))).Should().ContainSingle();

    [Fact]
    public async Task counts_a_broadcast_reply_once_and_in_its_thread()
    {
        var message = await OneAsync(Export(
            """{"subtype":"thread_broadcast","user":"U1","text":"fixed","ts":"1715900009.1"}""",
            """{"user":"U1","text":"fixed","ts":"1715900009.1","thread_ts":"1715900000.1"}"""));

        message.Thread.Should().Be("1715900000.1");
        Tally[Omission.Repeated].Should().Be(1);
    }

    [Fact]
    public async Task reads_the_same_message_in_two_files_once()
    {
        const string Day = """[{"user":"U1","text":"x","ts":"1715900000.1"}]""";

        (await ReadAsync(Zip(("channels.json", Channels), ("help/2024-05-17.json", Day), ("help/2024-05-18.json", Day)))).Should().ContainSingle();
    }

    [Fact]
    public async Task brings_each_channel_together_in_the_order_of_the_lists()
    {
        var path = Zip(("ops/2024-05-17.json", """[{"user":"U1","text":"a","ts":"1715900001.1"}]"""),
            ("help/2024-05-17.json", """[{"user":"U1","text":"b","ts":"1715900002.1"}]"""),
            ("secret/2024-05-17.json", """[{"user":"U1","text":"c","ts":"1715900003.1"}]"""),
            ("ops/2024-05-18.json", """[{"user":"U1","text":"d","ts":"1715900004.1"}]"""),
            ("channels.json", Channels), ("groups.json", """[{"id":"G1","name":"secret"}]"""));

        (await ReadAsync(path)).Select(message => (message.Place, message.Text))
            .Should().Equal(("C1", "b"), ("C2", "a"), ("C2", "d"), ("G1", "c"));
        Tally.Places.Should().Be(3);
    }

    [Fact]
    public async Task leaves_out_direct_messages_and_counts_them()
    {
        var path = DirectMessages();

        (await ReadAsync(path)).Should().BeEmpty();

        Tally.Sentences().Should().Contain("4 direct messages were left out (name them with --include-dms).");
    }

    [Fact]
    public async Task reads_direct_messages_when_asked() =>
        (await ReadAsync(DirectMessages(), new SourceOptions { IncludeDirectMessages = true }))
            .Select(message => message.Place).Should().Equal("G5", "D1", "D1", "D0UNLISTED");

    [Fact]
    public async Task finds_a_channel_by_a_name_it_had_and_skips_folders_nobody_lists()
    {
        var path = Zip(("channels.json", """[{"id":"C1","name":"new-name","previous_names":["old-name"]}]"""),
            ("old-name/2024-05-17.json", """[{"user":"U1","text":"kept","ts":"1715900001.1"}]"""),
            ("stray/2024-05-17.json", """[{"user":"U1","text":"whose?","ts":"1715900002.1"}]"""));

        (await OneAsync(path)).Place.Should().Be("C1");
        Tally.Sentences().Should().Contain("1 folder that no list of channels names was left out.");
    }

    [Fact]
    public async Task reads_an_unpacked_export_and_one_zipped_again_inside_a_folder()
    {
        const string Day = """[{"user":"U1","text":"x","ts":"1715900000.1"}]""";
        Write("unpacked/channels.json", Channels);
        Write("unpacked/help/2024-05-17.json", Day);

        var fromFolder = await ReadAsync(Path.Combine(Folder, "unpacked"));
        var fromZip = await ReadAsync(Zip(("mine/channels.json", Channels), ("mine/help/2024-05-17.json", Day), ("__MACOSX/mine/channels.json", "junk")));

        fromFolder.Should().ContainSingle();
        fromZip.Should().Equal(fromFolder);
    }

    [Fact]
    public async Task recognises_a_zip_whatever_it_is_called()
    {
        var renamed = Path.Combine(Folder, "history.csv");
        File.Move(Export("""{"user":"U1","text":"x","ts":"1715900000.1"}"""), renamed);

        (await ReadAsync(renamed)).Should().ContainSingle();
    }

    [Fact]
    public async Task counts_messages_without_text_or_time()
    {
        (await ReadAsync(Export("""{"user":"U1","text":"","ts":"1715900000.1"}""", """{"user":"U1","text":"when?"}""", """{"user":"U1","text":"when?","ts":"soon"}""")))
            .Should().BeEmpty();

        (Tally[Omission.Empty], Tally[Omission.WithoutTime]).Should().Be((1, 2));
    }

    [Fact]
    public async Task reads_a_long_repetitive_day_without_holding_its_json()
    {
        var path = Path.Combine(Folder, "long.zip");
        const int Count = 60_000;
        WriteLongDay(path, Count);
        var options = new SourceOptions { Limits = new SizeLimits { ItemBytes = 1 << 20 } };
        long read = 0;

        await foreach (var _ in History.ReadAsync(path, options, Tally)) read++;

        read.Should().Be(Count, "no more than 1 MB of JSON may stand between two messages, in a file of some 60 MB");
    }

    [Fact]
    public async Task gives_the_same_messages_every_time()
    {
        var path = DirectMessages();
        var options = new SourceOptions { IncludeDirectMessages = true };

        (await ReadAsync(path, options)).Should().Equal(await ReadAsync(path, options));
    }

    private static void WriteLongDay(string path, int count)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using (var lists = archive.CreateEntry("channels.json").Open()) lists.Write(Encoding.UTF8.GetBytes(Channels));
        using var day = new StreamWriter(archive.CreateEntry("help/2024-05-17.json").Open());
        var filler = new string('-', 900);
        day.Write('[');
        for (var i = 0; i < count; i++)
            day.Write($$"""{{(i > 0 ? "," : "")}}{"user":"U1","text":"alert {{i}}","ts":"{{1715900000 + i}}.000100","blocks":[{"type":"x","filler":"{{filler}}"}]}""");
        day.Write(']');
    }

    private string DirectMessages() => Zip(("channels.json", Channels),
        ("dms.json", """[{"id":"D1","members":["U1","U2"]}]"""), ("mpims.json", """[{"id":"G5","name":"mpdm-ana--ben-1"}]"""),
        ("D1/2024-05-17.json", """[{"user":"U1","text":"psst","ts":"1715900001.1"},{"user":"U2","text":"yes","ts":"1715900002.1"}]"""),
        ("mpdm-ana--ben-1/2024-05-17.json", """[{"user":"U1","text":"all","ts":"1715900003.1"},{"subtype":"channel_join","ts":"1715900003.2"}]"""),
        ("D0UNLISTED/2024-05-17.json", """[{"user":"U1","text":"more","ts":"1715900004.1"}]"""));
}
