using LiveSop.Bot.Cli.Checkup;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Tests.Checkup;

public sealed class InstallationCheckTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "   ok clock: as at Slack")]
    [InlineData(-30, "   ok clock: as at Slack")]
    [InlineData(31, " warn clock: this machine is 31 s ahead of Slack — let this machine set its clock by NTP (timedatectl set-ntp true)")]
    [InlineData(-90, " warn clock: this machine is 90 s behind Slack — let this machine set its clock by NTP (timedatectl set-ntp true)")]
    [InlineData(3600, "wrong clock: this machine is 3600 s ahead of Slack; what is new and what is late cannot be told — let this machine set its clock by NTP (timedatectl set-ntp true)")]
    public void a_clock_that_is_off_is_told_by_how_much(int seconds, string line) =>
        InstallationCheck.Clock(Installed() with { ToldAt = Noon }, Noon.AddSeconds(seconds)).Line.Should().Be(line);

    [Fact]
    public void scopes_that_slack_does_not_tell_are_not_called_missing() =>
        InstallationCheck.Scopes(Installed()).Should().ContainSingle().Which.Grade.Should().Be(Grade.Warn);

    [Fact]
    public void the_scopes_of_the_manifest_are_enough() =>
        InstallationCheck.Scopes(Installed() with { Scopes = SlackManifest.Scopes }).Should().ContainSingle().Which.Line.Should().Be("   ok scopes: the 12 of slack-manifest.yaml, and no others");

    private static Installation Installed() => new(new WorkspaceId("T1"), new Self(new UserId("U1"), "B1", "A1"), []);
}
