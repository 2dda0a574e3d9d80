using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Tests.Commands;

public sealed class CommandTextTests
{
    private static readonly DateOnly today = new(2026, 11, 23);
    private static readonly SopReference twelve = new SopReference.ByNumber(12);

    public static TheoryData<string, object> Understood => new()
    {
        { "", new SopCommand.Help() },
        { "  ", new SopCommand.Help() },
        { "help", new SopCommand.Help() },
        { "HELP!", new SopCommand.Help() },
        { "hello", new SopCommand.Help() },
        { "what can you do?", new SopCommand.Help() },
        { "list", new SopCommand.List() },
        { "/list", new SopCommand.List() },
        { "show 12", new SopCommand.Show(twelve) },
        { "show #12", new SopCommand.Show(twelve) },
        { "show SOP-12", new SopCommand.Show(twelve) },
        { "show sop 12", new SopCommand.Show(twelve) },
        { "show “reset a password”", new SopCommand.Show(new SopReference.ByWords("reset a password")) },
        { "show 0", new SopCommand.Show(new SopReference.ByWords("0")) },
        { "show 99999999999", new SopCommand.Show(new SopReference.ByWords("99999999999")) },
        { "search reset mail", new SopCommand.Search("reset mail") },
        { "mine", new SopCommand.Mine() },
        { "mine <#C123|support>", new SopCommand.Mine(new ChannelId("C123")) },
        { "mine 90 days", new SopCommand.Mine(null, today.AddDays(-90)) },
        { "mine <#C123> since 2026-08-01", new SopCommand.Mine(new ChannelId("C123"), new DateOnly(2026, 8, 1)) },
        { "import", new SopCommand.Import() },
        { "history 12", new SopCommand.History(twelve) },
        { "diff 12", new SopCommand.Diff(twelve, null, null) },
        { "diff 12 3", new SopCommand.Diff(twelve, null, 3) },
        { "diff 12 3 1", new SopCommand.Diff(twelve, 1, 3) },
        { "diff 12 v1 v3", new SopCommand.Diff(twelve, 1, 3) },
        { "diff reset a password 1 2", new SopCommand.Diff(new SopReference.ByWords("reset a password"), 1, 2) },
        { "restore 12 2", new SopCommand.Restore(twelve, 2) },
        { "restore sop 12 v2", new SopCommand.Restore(twelve, 2) },
        { "export", new SopCommand.Export(null) },
        { "export 12", new SopCommand.Export(twelve) },
        { "edit 12", new SopCommand.Edit(twelve) },
        { "settings", new SopCommand.Settings() },
        { "digest", new SopCommand.Digest() },
        { "doctor", new SopCommand.Doctor() },
        { "similar", new SopCommand.LastTime() },
        { "similar cases?", new SopCommand.LastTime() },
        { "similar invoices", new SopCommand.Search("invoices") },
        { "find reset mail", new SopCommand.Search("reset mail") },
        { "what happened last time?", new SopCommand.LastTime() },
        { "Have we seen this before?", new SopCommand.LastTime() },
        { "seen this before", new SopCommand.LastTime() },
        { "any similar cases?", new SopCommand.LastTime() },
        { "last time?", new SopCommand.LastTime() },
        { "which", new SopCommand.Which() },
        { "which sop is this?", new SopCommand.Which() },
        { "Which procedure applies here", new SopCommand.Which() },
        { "what is the procedure for this?", new SopCommand.Which() },
        { "What’s the SOP for this case?", new SopCommand.Which() },
        { "is there a runbook for this?", new SopCommand.Which() },
        { "what is the procedure for password resets?", new SopCommand.Search("password resets") },
        { "do we have an sop about refunds", new SopCommand.Search("refunds") },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void reads_what_people_type(string typed, object command) => CommandText.Parse(typed, today).Should().Be(command);

    [Theory]
    [InlineData("show")]
    [InlineData("search")]
    [InlineData("history")]
    [InlineData("diff")]
    [InlineData("restore")]
    [InlineData("restore 12")]
    [InlineData("edit ")]
    [InlineData("mine last tuesday")]
    [InlineData("mine since 2027-01-01")]
    public void says_how_it_is_written_where_something_is_missing(string typed)
    {
        var incomplete = CommandText.Parse(typed, today).Should().BeOfType<SopCommand.Incomplete>().Subject;

        typed.Should().StartWith(incomplete.Name);
        incomplete.Usage.Should().StartWith($"/sop {incomplete.Name}");
    }

    [Theory]
    [InlineData("hlep", "help")]
    [InlineData("lsit", "list")]
    [InlineData("sohw 12", "show")]
    [InlineData("serach x", "search")]
    [InlineData("mien", "mine")]
    [InlineData("histroy 1", "history")]
    [InlineData("dif 1", "diff")]
    [InlineData("restor 1 2", "restore")]
    [InlineData("edti 1", "edit")]
    [InlineData("docter", "doctor")]
    [InlineData("wich", "which")]
    [InlineData("frobnicate", null)]
    [InlineData("x", null)]
    public void guesses_what_was_meant(string typed, string? nearest) => CommandText.Parse(typed, today).Should().BeOfType<SopCommand.Unknown>().Which.Nearest.Should().Be(nearest);

    [Theory]
    [InlineData("<!channel> <https://evil.example|click>")]
    [InlineData("'; DROP TABLE sops; --")]
    [InlineData("{{constructor}} ${jndi:ldap://x}")]
    [InlineData("\u202Egnp.exe \u0000\u0007")]
    [InlineData("🦊🦊🦊")]
    [InlineData("diff 12 99999999999999999999 -1")]
    [InlineData("restore 12 ٣")]
    [InlineData("mine 999 years")]
    [InlineData("mine <#C1> <#C2> <#C3>")]
    public void hostile_words_are_only_words(string typed)
    {
        var command = CommandText.Parse(typed, today);

        command.Should().NotBeNull();
        if (command is SopCommand.Unknown unknown) Slack(unknown).Should().NotContain("<!").And.NotContain("<http");
    }

    [Fact]
    public void a_wall_of_text_is_read_at_once()
    {
        foreach (var text in new[] { new string('a', 1_000_000), string.Concat(Enumerable.Repeat("what is the procedure for ", 40_000)), "diff " + string.Concat(Enumerable.Repeat("1 ", 400_000)) })
            CommandText.Parse(text, today).Should().NotBeNull();
    }

    [Fact]
    public void every_line_of_the_help_is_a_command_that_is_understood()
    {
        var help = HelpCard.Render(new UserId("U0BOT"), []).BlocksJson();

        foreach (var line in System.Text.RegularExpressions.Regex.Matches(help, @"/sop ([^`\\]+)`").Select(match => match.Groups[1].Value))
            CommandText.Parse(line.Replace("NUMBER", "12", StringComparison.Ordinal).Replace("VERSION", "2", StringComparison.Ordinal), today)
                .Should().NotBeOfType<SopCommand.Unknown>(line).And.NotBeOfType<SopCommand.Incomplete>(line);
    }

    private static string Slack(SopCommand.Unknown unknown) => HelpCard.Unknown(unknown.Word, unknown.Nearest).BlocksJson();
}
