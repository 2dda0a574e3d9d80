using System.Text.Json;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Workspace.Slack.Trouble;
using BotWorld = LiveSop.Bot.Tests.World.World;

namespace LiveSop.Bot.Tests.Checkup;

public sealed class DoctorTests : Clinic
{
    [Fact]
    public async Task finds_nothing_wrong_where_all_is_well_and_hears_its_own_echo()
    {
        await using var world = await BotWorld.StartAsync();
        await world.InviteAsync(world.Person("ada"), "support");
        await world.InviteAsync(world.Person("ada"), "secret");

        var code = await DoctorAsync(world);

        code.Should().Be(ExitCode.Done, Result + Aside);
        Lines.Should().OnlyContain(line => line.TrimStart().StartsWith("ok ", StringComparison.Ordinal), Result);
        Line("events").Should().StartWith("ok events: the bot hears of an edit of its own message");
        Line("channels").Should().Be("ok channels: the bot reads 2, 1 of them private");
        Line("socket").Should().EndWith("those of the bot that runs");
        Line("clock").Should().Be("ok clock: as at Slack");
        (Result + Aside).Should().NotContain("xoxb-").And.NotContain("xapp-").And.NotContain("wss:");
    }

    [Fact]
    public async Task what_comes_to_its_socket_is_kept_for_the_bot()
    {
        await using var world = await BotWorld.StartAsync();
        await world.InviteAsync(world.Person("ada"), "support");

        // While it looks, people go on talking; whoever hears it, it ends in the transcript.
        var looking = DoctorAsync(world);
        var said = new List<string>();
        while (!looking.IsCompleted)
        {
            said.Add(await world.Person("ada").PostAsync("support", $"number {said.Count}"));
            await Task.Delay(50);
        }
        (await looking).Should().Be(ExitCode.Done, Result);
        await world.RestAsync();

        (await world.MessagesAsync()).Select(row => row.Ts.Value).Should().Contain(said);
    }

    [Fact]
    public async Task where_no_bot_runs_it_hears_the_echo_itself()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        var bot = await world.StartBotAsync();
        await world.InviteAsync(world.Person("ada"), "support");
        await world.StopBotAsync(bot);

        (await DoctorAsync(world)).Should().Be(ExitCode.Done, Result);

        Line("socket").Should().Be("ok socket: it opens, and nobody else listens for this app");
        Line("events").Should().Be("ok events: the bot hears of an edit of its own message");
    }

    [Fact]
    public async Task a_person_at_the_terminal_is_asked_where_there_is_nothing_to_edit()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        var looking = RunAsync(_ => Task.FromResult<string?>(null), terminal => DoctorCommand.Create(terminal, Variables(world)), ["doctor"]);
        await AskedAsync(looking);

        await world.Person("ada").DirectMessageAsync(world.Bot, "are you there?");

        (await looking).Should().Be(ExitCode.Done, Result + Aside);
        Line("events").Should().Be("ok events: the bot hears what is written to it");
    }

    [Fact]
    public async Task the_person_may_leave_that_out()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        using var stop = new CancellationTokenSource();
        var looking = RunAsync(_ => Task.FromResult<string?>(null), terminal => DoctorCommand.Create(terminal, Variables(world)), ["doctor"], stop.Token);
        await AskedAsync(looking);

        await stop.CancelAsync();

        (await looking).Should().Be(ExitCode.Done, Result + Aside);
        Line("events").Should().StartWith("warn events: not checked");
    }

    [Fact]
    public async Task nobody_to_ask_and_nothing_to_edit_is_said()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await DoctorAsync(world)).Should().Be(ExitCode.Done);

        Line("events").Should().StartWith("warn events: not checked").And.Contain("invite it to a channel");
        Line("channels").Should().Be("warn channels: the bot is in none, so it can read nothing — in each channel that it is to learn from, type /invite @livesop");
    }

    [Fact]
    public async Task scopes_that_are_missing_or_too_many_are_named()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        world.App.Scopes.Remove("groups:history");
        world.App.Scopes.Add("reactions:write");

        (await DoctorAsync(world)).Should().Be(ExitCode.Unwell);

        Lines.Should().Contain(line => line.Contains("wrong scopes: groups:history is missing — paste slack-manifest.yaml", StringComparison.Ordinal) && line.Contains("install the app again", StringComparison.Ordinal))
            .And.Contain(line => line.Contains(" warn scopes: reactions:write was granted, and the bot has no use for it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("token_revoked", "uninstalled or its token revoked (token_revoked) — at the app's page \"OAuth & Permissions\" install it")]
    [InlineData("account_inactive", "uninstalled or its token revoked (account_inactive)")]
    [InlineData("invalid_auth", "Slack does not know the token (invalid_auth) — copy it again")]
    [InlineData("token_expired", "token rotation is on, which LiveSOP does not support — create a new app")]
    public async Task a_bot_token_that_is_dead_says_what_to_do(string error, string sentence)
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        world.App.Dead = error;

        (await DoctorAsync(world)).Should().Be(ExitCode.Unwell);

        Line("bot token").Should().StartWith("wrong ").And.Contain(sentence);
    }

    [Fact]
    public async Task an_organisation_wide_installation_is_refused_with_the_reason()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        world.App.IsOrganisationWide = true;

        (await DoctorAsync(world)).Should().Be(ExitCode.Unwell);

        Line("bot token").Should().Contain("whole organisation").And.EndWith("— uninstall it there, and install it in the one workspace");
        world.App.App.Sockets.Opened.Should().Be(0);
    }

    [Fact]
    public async Task a_token_that_rotates_is_refused_with_the_reason()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await DoctorAsync(new Dictionary<string, string>(Variables(world)) { ["SLACK_BOT_TOKEN"] = "xoxe.xoxb-1-s3cret" })).Should().Be(ExitCode.Unwell);

        Line("tokens").Should().Contain("SLACK_BOT_TOKEN is not the right token").And.Contain("token rotation is on").And.EndWith("— create a new app from the link of livesop connect");
        Result.Should().NotContain("s3cret");
    }

    [Fact]
    public async Task an_app_level_token_that_is_wrong_or_of_another_app_is_told_apart()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        var other = world.Workspace.Install(LiveSop.Workspace.Slack.AppManifest.LiveSop with { BotName = "other" });

        (await DoctorAsync(new Dictionary<string, string>(Variables(world)) { ["SLACK_APP_TOKEN"] = "xapp-1-nobody" })).Should().Be(ExitCode.Unwell);
        Line("socket").Should().StartWith("wrong socket: Slack does not take the app-level token (invalid_auth)").And.Contain("App-Level Tokens");

        await DoctorAsync(new Dictionary<string, string>(Variables(world)) { ["SLACK_APP_TOKEN"] = other.AppToken });
        Lines.Should().Contain(line => line.Contains($"belongs to the app {other.App.Id} and the bot token to {world.App.App.Id} — copy both from the same app", StringComparison.Ordinal));
    }

    [Fact]
    public async Task socket_mode_that_is_off_says_where_to_switch_it_on()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        world.Slack.Chaos.LinkDisabled = true;

        (await DoctorAsync(world)).Should().Be(ExitCode.Unwell);

        Line("socket").Should().Be("wrong socket: Socket Mode is switched off — switch it on at the app's page \"Socket Mode\"");
    }

    [Fact]
    public async Task somebody_else_on_the_same_app_is_noticed()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        await using var elsewhere = await TestDatabase.CreateAsync();
        await world.StartBotAsync();

        (await DoctorAsync(new Dictionary<string, string>(Variables(world)) { ["ConnectionStrings__LiveSop"] = elsewhere.Owner, ["ConnectionStrings__LiveSopApp"] = elsewhere.App })).Should().Be(ExitCode.Done);

        Line("socket").Should().StartWith("warn socket: it opens, but Slack counts 1 more for this app").And.Contain("stop the other program");
    }

    [Fact]
    public async Task slack_that_is_not_there_says_what_to_let_through()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await DoctorAsync(new Dictionary<string, string>(Variables(world)) { ["Slack__ApiUrl"] = "http://127.0.0.1:1/api/" })).Should().Be(ExitCode.Unwell);

        Line("bot token").Should().Contain("Slack does not answer — let this machine reach slack.com");
    }

    [Fact]
    public async Task slack_that_wants_to_be_left_alone_is_no_fault_of_the_bot()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        world.Slack.Chaos.OnCalls(new CallTrouble.TooSoon(600), method: "users.conversations");

        (await DoctorAsync(world)).Should().Be(ExitCode.Done, Result);

        Line("channels").Should().Be("warn channels: Slack wants to be left alone for 600 s — run this again later");
    }

    [Fact]
    public async Task programs_get_json()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        world.App.Dead = "token_revoked";

        (await DoctorAsync(world, "--json")).Should().Be(ExitCode.Unwell);

        var findings = JsonSerializer.Deserialize<JsonElement>(Result).EnumerateArray().ToList();
        findings.Select(one => one.GetProperty("grade").GetString()).Should().Contain(["ok", "wrong"]);
        findings[^1].GetProperty("what").GetString().Should().StartWith("bot token: ");
        findings[^1].GetProperty("fix").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task one_of_several_workspaces_can_be_asked_for()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        var variables = Variables(world);
        variables["SLACK_BOT_TOKEN__ACME"] = variables["SLACK_BOT_TOKEN"];
        variables["SLACK_APP_TOKEN__ACME"] = variables["SLACK_APP_TOKEN"];

        (await DoctorAsync(variables, "--workspace", "acme")).Should().Be(ExitCode.Done);
        Line("bot token").Should().StartWith("ok ");
        (await DoctorAsync(variables, "--workspace", "other")).Should().Be(ExitCode.Refused);
        Aside.Should().Contain("There is no workspace other; there is default, ACME.");
    }

    [Fact]
    public async Task settings_that_are_wrong_end_it_at_once()
    {
        (await DoctorAsync(new Dictionary<string, string> { ["Slack__Sockets"] = "many" })).Should().Be(ExitCode.Unwell);

        Lines.Should().ContainSingle().Which.Should().StartWith("wrong settings: ").And.Contain(" — see README.md");
    }
}
