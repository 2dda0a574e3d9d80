using LiveSop.Bot.Cli;
using LiveSop.Bot.Tests.Sources;

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
    public void the_file_that_comes_with_the_program_says_what_the_defaults_are() => Settings.OfThisProgram().Should().Be(new Settings());

    [Theory]
    [InlineData("""{ "Mining": { "TimeZone": "Mars/Base" } }""", "Mining:TimeZone is \"Mars/Base\"")]
    [InlineData("""{ "Mining": { "TimeZone": 7 } }""", "Mining.TimeZone")]
    [InlineData("""{ "Minning": { } }""", "Minning")]
    [InlineData("""{ "Pictures": { "Dot": "" } }""", "Pictures:Dot is empty")]
    [InlineData("{", "the file is not a setting")]
    public void refuses_what_cannot_be_a_setting_in_one_sentence_that_names_it(string content, string sentence) =>
        FluentActions.Invoking(() => Settings.Read(Write("appsettings.json", content))).Should().Throw<BadSettingException>()
            .Which.Message.Should().Contain("appsettings.json: ").And.Contain(sentence).And.EndWith(".");
}
