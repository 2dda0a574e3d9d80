using LiveSop.Bot.Cli;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Tests.Sources;

namespace LiveSop.Bot.Tests.Hosting;

public sealed class EnvFileTests : Inputs
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string Path => System.IO.Path.Combine(Folder, "livesop.env");

    [Fact]
    public async Task only_the_owner_can_read_what_is_written()
    {
        await EnvFile.SetAsync(Path, new Dictionary<string, string> { ["SLACK_BOT_TOKEN"] = "xoxb-1" }, default);

        File.GetUnixFileMode(Path).Should().Be(OwnersAlone);
        Directory.GetFiles(Folder).Should().Equal(Path);
        EnvFile.Read(Path).Should().Equal(new Dictionary<string, string> { ["SLACK_BOT_TOKEN"] = "xoxb-1" });
    }

    [Fact]
    public async Task other_lines_stay_as_they_are()
    {
        Keep("# ours\nDatabase__Folder=/var/lib/bot\n\nSLACK_BOT_TOKEN=xoxb-old\nexport SLACK_BOT_TOKEN=xoxb-older\n");

        await EnvFile.SetAsync(Path, new Dictionary<string, string> { ["SLACK_BOT_TOKEN"] = "xoxb-new" }, default);

        File.ReadAllText(Path).Should().Be("# ours\nDatabase__Folder=/var/lib/bot\n\nSLACK_BOT_TOKEN=xoxb-new\n");
    }

    [Fact]
    public async Task a_file_that_others_could_read_is_closed_by_writing_it()
    {
        Keep("A=1\n", OwnersAlone | UnixFileMode.OtherRead);

        await EnvFile.SetAsync(Path, new Dictionary<string, string> { ["B"] = "2" }, default);

        File.GetUnixFileMode(Path).Should().Be(OwnersAlone);
    }

    [Fact]
    public async Task what_a_link_names_is_written_and_the_link_stays()
    {
        var target = Write("real.env", "A=1\n");
        File.CreateSymbolicLink(Path, target);

        await EnvFile.SetAsync(Path, new Dictionary<string, string> { ["B"] = "2" }, default);

        File.ReadAllText(target).Should().Be("A=1\nB=2\n");
        new FileInfo(Path).LinkTarget.Should().Be(target);
    }

    [Fact]
    public async Task a_place_where_nothing_can_be_written_is_named() =>
        (await FluentActions.Awaiting(() => EnvFile.SetAsync(System.IO.Path.Combine(Folder, "none", "livesop.env"), new Dictionary<string, string> { ["A"] = "1" }, default))
            .Should().ThrowAsync<BadSettingException>()).Which.Message.Should().Contain("none/livesop.env cannot be written").And.Contain("--env-file");

    [Fact]
    public void reads_what_shells_and_compose_files_read()
    {
        Keep("A=1\n export B = 'two words' \nC=\"quoted\"\n# D=4\n\nE=a=b\n");

        EnvFile.Read(Path).Should().Equal(new Dictionary<string, string> { ["A"] = "1", ["B"] = "two words", ["C"] = "quoted", ["E"] = "a=b" });
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void refuses_a_file_that_others_can_read(UnixFileMode more)
    {
        Keep("A=1\n", OwnersAlone | more);

        FluentActions.Invoking(() => EnvFile.Read(Path)).Should().Throw<BadSettingException>().Which.Message.Should().Be($"{Path} holds secrets, and others can read it; run chmod 600 {Path}.");
    }

    [Fact]
    public void a_line_that_is_no_setting_is_named_and_not_shown()
    {
        Keep("A=1\nxoxb-secret\n");

        FluentActions.Invoking(() => EnvFile.Read(Path)).Should().Throw<BadSettingException>().Which.Message.Should().Contain("line 2").And.NotContain("secret");
    }

    [Fact]
    public void the_environment_goes_before_the_file_and_an_empty_variable_is_none()
    {
        Keep("Slack__Sockets=1\nSLACK_BOT_TOKEN=xoxb-file\nDatabase__Folder=/from/file\n");

        var environment = BotEnvironment.Over(Variables(("Slack__Sockets", "3"), ("Database__Folder", "")), Path);

        (environment["Slack:Sockets"], environment["SLACK_BOT_TOKEN"], environment["Database:Folder"]).Should().Be(("3", "xoxb-file", "/from/file"));
    }

    [Fact]
    public void the_usual_file_may_be_missing_and_a_named_one_may_not()
    {
        var missing = System.IO.Path.Combine(Folder, "other.env");
        BotEnvironment.File(null, Variables()).Should().Be("livesop.env");
        BotEnvironment.File(null, Variables(("LIVESOP_ENV_FILE", missing))).Should().Be(missing);
        BotEnvironment.File("mine.env", Variables(("LIVESOP_ENV_FILE", missing))).Should().Be("mine.env");

        FluentActions.Invoking(() => BotEnvironment.Over(Variables(), missing)).Should().Throw<BadSettingException>().Which.Message.Should().Contain(missing).And.Contain("livesop connect --env-file");
    }

    [Fact]
    public void tokens_are_read_anew_when_asked_for_again()
    {
        Keep("SLACK_BOT_TOKEN=xoxb-1\nSLACK_APP_TOKEN=xapp-1\n");
        var source = new TokenSource(BotEnvironment.Over(Variables(), Path));
        source.Read().Single().Tokens.Bot.Should().Be("xoxb-1");

        Keep("SLACK_BOT_TOKEN=xoxb-2\nSLACK_APP_TOKEN=xapp-1\n");

        source.Read().Single().Tokens.Bot.Should().Be("xoxb-2");
    }

    [Fact]
    public void a_token_may_stand_in_a_file_of_its_own()
    {
        var environment = BotEnvironment.Over(
            Variables(("SLACK_BOT_TOKEN_FILE", Write("bot", "xoxb-1\n")), ("SLACK_APP_TOKEN", "xapp-1"),
                ("SLACK_BOT_TOKEN_FILE__ACME", Write("acme", " xoxb-2 ")), ("SLACK_APP_TOKEN_FILE__ACME", Write("app", "xapp-2"))), null);

        TokenSource.Read(environment).Select(one => (one.Name, one.Tokens.Bot, one.Tokens.App)).Should().Equal(("default", "xoxb-1", "xapp-1"), ("ACME", "xoxb-2", "xapp-2"));
    }

    [Fact]
    public void a_token_file_that_is_not_there_is_named() =>
        FluentActions.Invoking(() => TokenSource.Read(BotEnvironment.Over(Variables(("SLACK_BOT_TOKEN_FILE", "/nowhere/bot"), ("SLACK_APP_TOKEN", "xapp-1")), null)))
            .Should().Throw<BadSettingException>().Which.Message.Should().StartWith("SLACK_BOT_TOKEN_FILE names /nowhere/bot, which cannot be read;");

    private static Dictionary<string, string> Variables(params (string Name, string Value)[] variables) => variables.ToDictionary(one => one.Name, one => one.Value);

    private void Keep(string content, UnixFileMode mode = OwnersAlone) => File.SetUnixFileMode(Write("livesop.env", content), mode);
}
