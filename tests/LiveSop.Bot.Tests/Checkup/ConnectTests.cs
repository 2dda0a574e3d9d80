using LiveSop.Bot.Cli;
using LiveSop.Bot.Hosting;
using BotWorld = LiveSop.Bot.Tests.World.World;

namespace LiveSop.Bot.Tests.Checkup;

public sealed class ConnectTests : Clinic
{
    private readonly List<string> questions = [];

    private string Kept => Path.Combine(Folder, "livesop.env");

    [Fact]
    public async Task prints_the_link_takes_both_tokens_keeps_them_and_looks_whether_all_is_well()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await ConnectAsync(world, Typing(world.App.BotToken, world.App.AppToken))).Should().Be(ExitCode.Done, Result + Aside);

        Lines.Should().Contain(SlackManifest.Link);
        EnvFile.Read(Kept).Should().Equal(new Dictionary<string, string> { ["SLACK_BOT_TOKEN"] = world.App.BotToken, ["SLACK_APP_TOKEN"] = world.App.AppToken });
        Line("bot token").Should().StartWith("ok ");
        Lines.Should().Contain($"Start the bot: LIVESOP_ENV_FILE={Kept} ./livesop run");
        NoTokenWasShown(world);
    }

    [Fact]
    public async Task asks_again_where_the_wrong_one_was_pasted()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await ConnectAsync(world, Typing(world.App.AppToken, "xoxp-1", $"  {world.App.BotToken}  ", world.App.BotToken, world.App.AppToken))).Should().Be(ExitCode.Done, Result + Aside);

        questions.Select(question => question[..2]).Should().Equal("1.", "1.", "1.", "2.", "2.");
        Result.Should().Contain("It is the app-level token; it needs the Bot User OAuth Token").And.Contain("It is a person's token").And.Contain("It is the bot token; it needs the App-Level Token");
        EnvFile.Read(Kept)["SLACK_BOT_TOKEN"].Should().Be(world.App.BotToken);
        NoTokenWasShown(world);
    }

    [Fact]
    public async Task enter_keeps_what_is_there_and_other_settings_stay()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        await EnvFile.SetAsync(Kept, new Dictionary<string, string> { ["Slack__Sockets"] = "3", ["SLACK_BOT_TOKEN"] = world.App.BotToken, ["SLACK_APP_TOKEN"] = "xapp-old" }, default);

        (await ConnectAsync(world, Typing("", world.App.AppToken))).Should().Be(ExitCode.Done, Result + Aside);

        EnvFile.Read(Kept).Should().Equal(new Dictionary<string, string> { ["Slack__Sockets"] = "3", ["SLACK_BOT_TOKEN"] = world.App.BotToken, ["SLACK_APP_TOKEN"] = world.App.AppToken });
    }

    [Fact]
    public async Task tokens_of_the_environment_or_of_files_are_taken_and_not_copied()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        var variables = Variables(world);
        variables.Remove("SLACK_BOT_TOKEN");
        variables["SLACK_BOT_TOKEN_FILE"] = Write("secret", world.App.BotToken);

        (await RunAsync(null, terminal => ConnectCommand.Create(terminal, variables), ["connect", "--env-file", Kept])).Should().Be(ExitCode.Done, Result + Aside);

        Lines[0].Should().Be("The tokens stand in the environment, or the files that it names: they are used as they are, and nothing is written.");
        File.Exists(Kept).Should().BeFalse();
        NoTokenWasShown(world);
    }

    [Fact]
    public async Task without_a_terminal_the_file_is_taken()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        await EnvFile.SetAsync(Kept, new Dictionary<string, string> { ["SLACK_BOT_TOKEN"] = world.App.BotToken, ["SLACK_APP_TOKEN"] = world.App.AppToken }, default);

        (await ConnectAsync(world, null)).Should().Be(ExitCode.Done, Result + Aside);

        Lines[0].Should().StartWith($"The tokens stand in {Kept}");
    }

    [Fact]
    public async Task without_a_terminal_and_without_tokens_says_what_to_set()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await ConnectAsync(world, null)).Should().Be(ExitCode.Refused);

        Aside.Should().Contain("set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or SLACK_BOT_TOKEN_FILE and SLACK_APP_TOKEN_FILE").And.Contain("slack-manifest.yaml");
        File.Exists(Kept).Should().BeFalse();
    }

    [Fact]
    public async Task whoever_leaves_leaves_nothing_behind()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await ConnectAsync(world, Typing(world.App.BotToken))).Should().Be(ExitCode.Refused);

        File.Exists(Kept).Should().BeFalse();
    }

    [Fact]
    public async Task what_is_wrong_at_slack_shows_in_the_exit_code()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await ConnectAsync(world, Typing("xoxb-nobodys", world.App.AppToken))).Should().Be(ExitCode.Unwell);

        Line("bot token").Should().Contain("Slack does not know the token");
        Result.Should().NotContain("Start the bot");
    }

    private async Task<int> ConnectAsync(BotWorld world, Func<string, Task<string?>>? person)
    {
        var variables = Variables(world);
        variables.Remove("SLACK_BOT_TOKEN");
        variables.Remove("SLACK_APP_TOKEN");
        var run = RunAsync(person, terminal => ConnectCommand.Create(terminal, variables), ["connect", "--env-file", Kept]);
        await AskedAsync(run);
        if (!run.IsCompleted) await world.Person("ada").DirectMessageAsync(world.Bot, "are you there?");
        return await run;
    }

    /// <summary>Answers one question after the other, then leaves.</summary>
    private Func<string, Task<string?>> Typing(params string[] answers)
    {
        var left = new Queue<string>(answers);
        return question =>
        {
            questions.Add(question);
            return Task.FromResult(left.TryDequeue(out var answer) ? answer : null);
        };
    }

    private void NoTokenWasShown(BotWorld world) => (Result + Aside).Should().NotContain(world.App.BotToken).And.NotContain(world.App.AppToken);
}
