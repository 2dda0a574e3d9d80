using System.Text.RegularExpressions;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Conventions;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.Manifest;

/// <summary>The app that people create is the app that the code is.</summary>
public sealed partial class ManifestTests
{
    private static readonly WrittenManifest Manifest = WrittenManifest.Read();

    private static readonly string[] Reacted = [.. Reactions.Routes(new Comings(), new Connections(), new Recognisers(), new()).Names];

    [Fact]
    public void whatever_the_code_reacts_to_is_registered_and_whatever_is_registered_is_reacted_to() =>
        Registered().Should().BeEquivalentTo(Expected(Reacted));

    [Fact]
    public void every_scope_is_used_and_every_use_has_its_scope()
    {
        var used = Calls().SelectMany(call => SlackTables.CallScopes[call])
            .Concat(Manifest.Settings.EventSubscriptions.BotEvents.SelectMany(name => SlackTables.EventScopes.GetValueOrDefault(name, [])))
            .Append("commands").Distinct();

        Manifest.OauthConfig.Scopes.Bot.Should().BeEquivalentTo(used).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void every_scope_says_why() =>
        Project.Read("slack-manifest.yaml").Split('\n').Where(line => Scope().IsMatch(line)).Should().HaveCount(Manifest.OauthConfig.Scopes.Bot.Count)
            .And.OnlyContain(line => line.Contains(" # ", StringComparison.Ordinal));

    [Fact]
    public void slack_takes_every_name_and_text_as_long_as_it_is()
    {
        var (display, features) = (Manifest.DisplayInformation, Manifest.Features);
        display.Name.Should().Match(name => Fits(name, 35));
        display.Description.Should().Match(description => Fits(description, 140));
        features.BotUser.DisplayName.Should().MatchRegex("^[a-z0-9._-]{1,80}$");
        features.Shortcuts.Should().HaveCountLessThanOrEqualTo(10).And.OnlyContain(one => Fits(one.Name, 24) && Fits(one.Description, 150) && Fits(one.CallbackId, 255) && one.Type == "message");
        features.SlashCommands.Should().HaveCountLessThanOrEqualTo(50).And.OnlyContain(one => one.Name[0] == '/' && Fits(one.Name, 32) && Fits(one.Description, 2000) && Fits(one.UsageHint, 1000));
    }

    [Fact]
    public void the_app_is_one_that_this_bot_can_be()
    {
        Manifest.Settings.SocketModeEnabled.Should().BeTrue();
        Manifest.Settings.Interactivity.IsEnabled.Should().BeTrue();
        Manifest.Settings.OrgDeployEnabled.Should().BeFalse();
        Manifest.Settings.TokenRotationEnabled.Should().BeFalse();
        Manifest.Features.AppHome.Should().Be(new WrittenManifest.Home { HomeTabEnabled = true, MessagesTabEnabled = true });
        Manifest.Features.SlashCommands.Should().OnlyContain(one => one.ShouldEscape, "names of people and channels cannot be resolved safely otherwise");
    }

    [Fact]
    public void the_simulated_slack_grants_the_bot_what_the_manifest_asks_for_and_nothing_else()
    {
        var simulated = AppManifest.LiveSop;
        simulated.Name.Should().Be(Manifest.DisplayInformation.Name);
        simulated.BotName.Should().Be(Manifest.Features.BotUser.DisplayName);
        simulated.Scopes.Should().Equal(Manifest.OauthConfig.Scopes.Bot);
        simulated.Events.Should().Equal(Manifest.Settings.EventSubscriptions.BotEvents);
        simulated.Commands.Select(one => (one.Name, one.ShouldEscape)).Should().Equal(Manifest.Features.SlashCommands.Select(one => (one.Name, one.ShouldEscape)));
        simulated.Shortcuts.Select(one => (one.CallbackId, one.OfMessage)).Should().Equal(Manifest.Features.Shortcuts.Select(one => (one.CallbackId, one.Type == "message")));
        (simulated.HomeTab, simulated.MessagesTab, simulated.Interactivity).Should().Be((true, true, true));
    }

    [Fact]
    public void the_link_brings_the_whole_manifest_along()
    {
        const string form = "https://api.slack.com/apps?new_app=1&manifest_yaml=";
        SlackManifest.Link.Should().StartWith(form).And.MatchRegex("^[!-~]+$").And.NotContain("#");
        SlackManifest.Link.Length.Should().BeLessThan(4000, "browsers and proxies cut longer ones");

        WrittenManifest.Parse(Uri.UnescapeDataString(SlackManifest.Link[form.Length..])).Should().BeEquivalentTo(Manifest);
        SlackManifest.Scopes.Should().Equal(Manifest.OauthConfig.Scopes.Bot);
        SlackManifest.Text.Should().Be(Project.Read("slack-manifest.yaml").ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> Registered() => Manifest.Settings.EventSubscriptions.BotEvents.Select(name => $"event {name}")
        .Concat(Manifest.Features.SlashCommands.Select(one => $"command {one.Name}"))
        .Concat(Manifest.Features.Shortcuts.Select(one => $"shortcut {one.CallbackId}"));

    private static IEnumerable<string> Expected(IEnumerable<string> routes) => routes.SelectMany(route => route.Split(':', 2) switch
    {
        ["event", var type] => SlackTables.EventNames[type].Select(name => $"event {name}"),
        ["command", var command] => [$"command {command}"],
        ["shortcut", var callback] => [$"shortcut {callback}"],
        // Buttons and modals are the bot's own: Slack need not be told of them.
        _ => Array.Empty<string>(),
    }).Distinct();

    /// <summary>What the code calls, outside the client itself.</summary>
    private static IEnumerable<string> Calls() => Project.Files("src/LiveSop.Bot", "*.cs")
        .Where(file => !file.Contains("/Slack/Web/", StringComparison.Ordinal))
        .SelectMany(file => Call().Matches(Project.Read(file))).Select(match => match.Groups[1].Value).Distinct();

    [Fact]
    public void nothing_calls_slack_past_the_typed_methods() =>
        Project.Files("src/LiveSop.Bot", "*.cs").Where(file => !file.Contains("/Slack/Web/", StringComparison.Ordinal) && Project.Read(file).Contains("SlackMethod.", StringComparison.Ordinal))
            .Should().BeEmpty("its scope would not be known");

    private static bool Fits(string text, int most) => text.Length > 0 && text.Length <= most;

    [GeneratedRegex(@"\.((?:Apps|Auth|Team|Conversations|Users|UserGroups|Chat|Views|Reactions|Files)\.[A-Z]\w*Async)\(")]
    private static partial Regex Call();

    [GeneratedRegex("^      - [a-z_.]+:[a-z]+|^      - commands")]
    private static partial Regex Scope();
}
