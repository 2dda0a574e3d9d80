using System.Text.Json;
using LiveSop.Bot.Pictures;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Learn;

namespace LiveSop.Bot.Tests.Cli;

public sealed class MineCommandTests : CommandRun
{
    private static readonly Settings WithoutGraphviz = new() { Pictures = new PictureSettings { Dot = "livesop-no-such-program" } };

    [Fact]
    public async Task mines_a_log_into_a_page_an_index_and_json_for_programs()
    {
        var code = await RunAsync("mine", TicketLog("tickets.csv"), "--out", Out);

        code.Should().Be(ExitCode.Done, Aside);
        var pages = Directory.GetFiles(Out, "01-*.md");
        pages.Should().ContainSingle();
        File.ReadAllText(pages[0]).Should().StartWith("# ").And.Contain("## Steps").And.Contain("```mermaid");
        File.ReadAllText(Path.Combine(Out, "index.md")).Should().Contain($"]({Path.GetFileName(pages[0])})");
        Json().GetProperty("messages").GetInt32().Should().Be(72);
        Json().GetProperty("sops").GetArrayLength().Should().Be(Directory.GetFiles(Out, "??-*.md").Length);
    }

    [Fact]
    public async Task the_summary_says_what_was_read_what_was_found_and_where_it_is()
    {
        await RunAsync("mine", TicketLog("tickets.csv"), "--out", Out);

        Result.Should().Contain("72 messages by 3 people in 1 place were read, from 2 May 2024 to 25 May 2024.")
            .And.Contain("procedure").And.Contain("24 cases").And.Contain("fitness")
            .And.Contain(Path.Combine(Out, "index.md")).And.Contain(Path.Combine(Out, "01-"));
    }

    [Fact]
    public async Task the_same_input_gives_the_same_bytes()
    {
        var log = TicketLog("tickets.csv");
        await RunAsync("mine", log, "--out", Out);
        await RunAsync("mine", log, "--out", Out + "2");

        Files(Out).Should().NotBeEmpty().And.Equal(Files(Out + "2"));
    }

    [Fact]
    public async Task the_order_of_inputs_does_not_matter()
    {
        var (one, two) = (TicketLog("one.csv"), TicketLog("two.csv", 30, "X", ["Open the order", "Send the parcel", "Close the order"]));
        await RunAsync("mine", one, two, "--out", Out);
        await RunAsync("mine", two, one, "--out", Out + "2");

        Files(Out).Should().NotBeEmpty().And.Equal(Files(Out + "2"));
        Json().GetProperty("messages").GetInt32().Should().Be(162);
    }

    [Fact]
    public async Task an_input_that_is_named_twice_counts_once()
    {
        var log = TicketLog("tickets.csv");

        (await RunAsync("mine", log, Path.Combine(Folder, ".", "tickets.csv"), "--out", Out)).Should().Be(ExitCode.Done);

        Json().GetProperty("messages").GetInt32().Should().Be(72);
    }

    [Fact]
    public async Task too_little_history_is_no_failure_and_says_what_would_be_needed()
    {
        var code = await RunAsync("mine", TicketLog("tickets.csv", cases: 1), "--out", Out);

        code.Should().Be(ExitCode.Done);
        Result.Should().Contain("3 messages").And.Contain("No procedure was found").And.Contain("some dozens of solved threads");
        Json().GetProperty("sops").GetArrayLength().Should().Be(0);
        Directory.GetFiles(Out).Select(Path.GetFileName).Should().BeEquivalentTo("index.md", "sops.json", SopFolder.List);
    }

    [Fact]
    public async Task an_export_without_a_message_is_no_failure_either()
    {
        (await RunAsync("mine", Export(), "--out", Out)).Should().Be(ExitCode.Done, Aside);

        Result.Should().Contain("No message was read.").And.Contain("No procedure was found");
    }

    [Fact]
    public async Task without_graphviz_one_sentence_says_so_and_the_rest_is_written()
    {
        var code = await RunAsync(WithoutGraphviz, "mine", TicketLog("one.csv"), TicketLog("two.csv", 30, "X"), "--out", Out);

        code.Should().Be(ExitCode.Done);
        Aside.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().ContainSingle().Which.Should().Contain("Graphviz").And.Contain("install");
        Directory.GetFiles(Out, "*.png").Should().BeEmpty();
        Directory.GetFiles(Out, "01-*.md").Should().ContainSingle();
        File.ReadAllText(Path.Combine(Out, "index.md")).Should().NotContain(".png");
    }

    [Fact]
    public async Task the_summary_hands_the_terminal_no_control_characters_and_takes_no_brackets_for_markup()
    {
        var log = TicketLog("tickets.csv", activities: ["Ask [red]why[/] \u001b[31m", "Say [bold", "Close \u0007 it"]);

        (await RunAsync("mine", log, "--out", Out)).Should().Be(ExitCode.Done, Aside);

        Result.Where(c => char.IsControl(c) && c != '\n').Should().BeEmpty();
    }

    [Fact]
    public async Task stopping_it_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var code = await RunAsync(new Settings(), ["mine", TicketLog("tickets.csv"), "--out", Out], stop.Token);

        code.Should().Be(ExitCode.Stopped);
        Aside.Should().Be("Stopped; nothing was written.\n");
        Directory.Exists(Path.GetDirectoryName(Out)).Should().BeFalse();
    }

    private JsonElement Json() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "sops.json"))).RootElement;
}
