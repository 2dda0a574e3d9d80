using LiveSop.Bot.Cli;

namespace LiveSop.Bot.Tests.Cli;

public sealed class RefusedCommandTests : CommandRun
{
    [Theory]
    [InlineData("--out")]
    [InlineData("There is no command", "mien", "x.csv")]
    [InlineData("There is no command", "--bogus")]
    [InlineData("There is no option --tyme", "mine", "x.csv", "--out", "o", "--tyme", "UTC")]
    [InlineData("argument", "mine", "--out", "o")]
    [InlineData("2 were provided", "mine", "x.csv", "--out", "o", "--out", "p")]
    [InlineData("--delimiter takes one character", "mine", "x.csv", "--out", "o", "--delimiter", "::")]
    [InlineData("Mars/Base does not exist", "mine", "x.csv", "--out", "o", "--time-zone", "Mars/Base")]
    [InlineData("names no folder", "mine", "x.csv", "--out", " ")]
    public async Task refuses_what_makes_no_sense_in_one_sentence(string sentence, params string[] arguments)
    {
        var code = await RunAsync(arguments.Length == 0 ? ["mine", "x.csv"] : arguments);

        code.Should().Be(ExitCode.Refused);
        Aside.Replace("\"", "", StringComparison.Ordinal).Should().Contain(sentence).And.EndWith(".\n");
        Aside.Trim().Should().NotContain("\n");
        Result.Should().BeEmpty();
    }

    [Theory]
    [InlineData("x.csv", "who,when\n1,2\n")]
    [InlineData("x.csv", "case,activity,time\n1,\"open,2024-05-17\n")]
    [InlineData("x.json", "[{\"key\":\"A-1\",\"fields\":{\n\"summary\":")]
    [InlineData("x.zip", "PK\u0003\u0004 is no zip at all")]
    public async Task bad_input_gives_one_sentence_with_the_file_and_writes_nothing(string name, string content)
    {
        var code = await RunAsync("mine", TicketLog("good.csv"), Write(name, content), "--out", Out);

        code.Should().Be(ExitCode.Refused);
        Aside.Should().Contain(name).And.EndWith(".\n");
        Aside.Trim().Should().NotContain("\n");
        Result.Should().BeEmpty();
        Directory.Exists(Path.GetDirectoryName(Out)).Should().BeFalse();
    }

    [Fact]
    public async Task bad_input_leaves_the_results_of_an_earlier_run_as_they_were()
    {
        await RunAsync("mine", TicketLog("good.csv"), "--out", Out);
        var before = Files(Out);

        (await RunAsync("mine", Write("bad.csv", "who,when\n1,2\n"), "--out", Out)).Should().Be(ExitCode.Refused);

        Files(Out).Should().Equal(before);
    }

    [Fact]
    public async Task a_folder_that_is_a_file_is_refused_before_anything_is_read()
    {
        var file = Write("taken", "mine");

        (await RunAsync("mine", "no-such-input.csv", "--out", file)).Should().Be(ExitCode.Refused);

        Aside.Should().Be($"{file}: is a file; name a folder for --out.\n");
        File.ReadAllText(file).Should().Be("mine");
    }

    [Fact]
    public async Task two_logs_of_one_name_are_refused_because_their_rows_could_not_be_told_apart()
    {
        var (one, two) = (TicketLog(Path.Combine("2023", "log.csv")), TicketLog(Path.Combine("2024", "log.csv")));

        (await RunAsync("mine", one, two, "--out", Out)).Should().Be(ExitCode.Refused);

        Aside.Should().Be($"{two}: has the same name as {one}, so its rows could not be told from the other's; give one of them another name.\n");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("mine", "--help")]
    [InlineData]
    public async Task help_is_given_on_standard_output(params string[] arguments)
    {
        (await RunAsync(arguments)).Should().Be(ExitCode.Done);

        Result.Should().Contain("Usage:").And.Contain("mine <INPUT>");
        Aside.Should().BeEmpty();
    }

    [Fact]
    public async Task the_help_of_mine_shows_examples_and_every_option_that_a_refusal_may_name()
    {
        await RunAsync("mine", "--help");

        Result.Should().Contain("Examples:\n  livesop mine slack-export.zip --out out/sops");
        foreach (var flag in typeof(Bot.Sources.SourceFlags).GetFields().Select(field => (string)field.GetRawConstantValue()!))
            Result.Should().Contain($"  {flag} ");
    }
}
