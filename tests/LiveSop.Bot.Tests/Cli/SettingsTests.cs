using LiveSop.Bot.Pictures;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Tests.Sources;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Tests.Cli;

public sealed class SettingsTests : Inputs
{
    [Fact]
    public void what_is_not_set_has_its_default() =>
        Settings.Read(Write("appsettings.json", """{ "Pictures": { "Dot": "/opt/dot" } } // ours""")).Should()
            .Be(new Settings { Pictures = new PictureSettings { Dot = "/opt/dot" } });

    [Fact]
    public void the_file_may_be_missing() => Settings.Read(Path.Combine(Folder, "none.json")).Should().Be(new Settings());

    [Fact]
    public void the_file_that_comes_with_the_program_says_what_the_defaults_are() => Settings.OfThisProgram().Should().BeEquivalentTo(new Settings());

    [Theory]
    [InlineData("""{ "Mining": { "TimeZone": "Mars/Base" } }""", "Mining:TimeZone is \"Mars/Base\"")]
    [InlineData("""{ "Mining": { "TimeZone": 7 } }""", "Mining.TimeZone")]
    [InlineData("""{ "Minning": { } }""", "Minning")]
    [InlineData("""{ "Pictures": { "Dot": "" } }""", "Pictures:Dot is empty")]
    [InlineData("""{ "Slack": { "ApiUrl": "slack.com" } }""", "Slack:ApiUrl is \"slack.com\"")]
    [InlineData("""{ "Slack": { "Sockets": 10 } }""", "Slack:Sockets is 10")]
    [InlineData("""{ "Slack": { "BotToken": "xoxb-1" } }""", "Slack.BotToken")]
    [InlineData("""{ "ConnectionStrings": { "LiveSop": "Host=db" } }""", "ConnectionStrings")]
    [InlineData("{", "the file is not a setting")]
    public void refuses_what_cannot_be_a_setting_in_one_sentence_that_names_it(string content, string sentence) =>
        FluentActions.Invoking(() => Settings.Read(Write("appsettings.json", content))).Should().Throw<BadSettingException>()
            .Which.Message.Should().Contain("appsettings.json: ").And.Contain(sentence).And.EndWith(".");

    [Fact]
    public void the_environment_goes_before_the_file()
    {
        var settings = new Settings { Slack = new() { Sockets = 3 } }.With(Environment(("Slack__ApiUrl", "http://127.0.0.1:8080/api/"), ("Database__Folder", "/var/lib/bot")));

        settings.Slack.Should().Be(new SlackSettings { ApiUrl = "http://127.0.0.1:8080/api/", Sockets = 3 });
        settings.Database.Folder.Should().Be("/var/lib/bot");
    }

    [Theory]
    [InlineData("Slack__Sockets", "many")]
    [InlineData("Slack__Sockts", "2")]
    [InlineData("Slack__ApiUrl", "slack.com")]
    public void refuses_what_cannot_be_a_setting_in_the_environment_too(string name, string value) =>
        FluentActions.Invoking(() => new Settings().With(Environment((name, value)))).Should().Throw<BadSettingException>().Which.Message.Should().Contain("nvironment").And.Contain("Slack");

    [Fact]
    public void finds_the_tokens_of_one_workspace_and_of_several()
    {
        TokenSource.Read(Environment(("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_APP_TOKEN", "xapp-1"))).Should().ContainSingle().Which.Name.Should().Be("default");
        TokenSource.Read(Environment(("SLACK_BOT_TOKEN__ACME", "xoxb-1"), ("SLACK_APP_TOKEN__ACME", "xapp-1"), ("SLACK_BOT_TOKEN__BETA", "xoxb-2"), ("SLACK_APP_TOKEN__BETA", "xapp-2")))
            .Select(workspace => (workspace.Name, workspace.Tokens.Bot)).Should().Equal(("ACME", "xoxb-1"), ("BETA", "xoxb-2"));
    }

    [Theory]
    [InlineData("", "", "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are not set")]
    [InlineData("xoxb-1", "", "SLACK_APP_TOKEN is not set")]
    [InlineData("xapp-1", "xoxb-1", "SLACK_BOT_TOKEN is not the right token")]
    public void says_which_token_is_missing_or_wrong_and_never_shows_one(string bot, string app, string sentence) =>
        FluentActions.Invoking(() => TokenSource.Read(Environment(("SLACK_BOT_TOKEN", bot), ("SLACK_APP_TOKEN", app)))).Should().Throw<BadSettingException>()
            .Which.Message.Should().Contain(sentence).And.NotContain("xoxb-1").And.NotContain("xapp-1");

    private static IConfiguration Environment(params (string Name, string Value)[] variables) =>
        new ConfigurationBuilder().AddInMemoryCollection(variables.Select(one => KeyValuePair.Create(one.Name.Replace("__", ":", StringComparison.Ordinal), (string?)one.Value))).Build();
}
