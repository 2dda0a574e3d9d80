using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Tests.Sops.Pages;

public sealed class PagesTests
{
    private static readonly Observed May = new(new(2020, 5, 12, 8, 0, 0, TimeSpan.Zero), new(2020, 5, 26, 17, 0, 0, TimeSpan.Zero), 420);

    public static TheoryData<string> Names => ["simple", "rich", "nasty"];

    [Theory]
    [MemberData(nameof(Names))]
    public void the_page_reads_as_accepted(string name) =>
        Snapshot.Matches(SopMarkdown.Write(Named(name), name == "nasty" ? null : May), $"{name}.md.verified");

    [Theory]
    [MemberData(nameof(Names))]
    public void the_workflow_is_drawn_as_accepted(string name) => Snapshot.Matches(WorkflowDot.Write(Named(name)), $"{name}.dot.verified");

    [Fact]
    public void people_s_words_stay_words()
    {
        var page = SopMarkdown.Write(SampleSops.Nasty);
        var text = page[..page.IndexOf("```mermaid", StringComparison.Ordinal)];
        text.Should().NotMatchRegex(@"(?<!\\)[<>|`]").And.NotMatchRegex(@"(?<!\\)\]").And.NotContain("```")
            .And.NotContain("http://").And.NotContain("www.").And.NotContain("@channel").And.NotContain("@here").And.NotContain("\u202E").And.NotContain("\r");
        page.Split("```").Should().HaveCount(3, "only our own fence opens and closes");
        var diagram = page[page.IndexOf("```mermaid", StringComparison.Ordinal)..];
        diagram.Split('\n').Should().OnlyContain(line => line.Count(c => c == '"') % 2 == 0).And.NotContain(line => line.Contains("click", StringComparison.Ordinal) && !line.Contains("(\"", StringComparison.Ordinal));
    }

    [Fact]
    public void exactly_the_edges_of_the_sop_are_drawn()
    {
        var dot = WorkflowDot.Write(SampleSops.Crowded);
        dot.Split('\n').Count(line => line.StartsWith("  n", StringComparison.Ordinal) && line.Contains(" -> n", StringComparison.Ordinal)).Should().Be(40);
        foreach (var edge in SampleSops.Crowded.Edges)
            dot.Should().Contain($"  n{int.Parse(edge.From[1..]) - 1} -> n{int.Parse(edge.To[1..]) - 1} [");
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(89, "89 s")]
    [InlineData(90, "2 min")]
    [InlineData(420, "7 min")]
    [InlineData(5400, "2 h")]
    [InlineData(172800, "2 days")]
    public void durations_are_said_in_human_units(long seconds, string said) => Plainly.Duration(seconds).Should().Be(said);

    [Fact]
    public void nearly_all_is_not_all()
    {
        Plainly.Percent(0.999).Should().Be("99 %");
        Plainly.Percent(1).Should().Be("100 %");
    }

    private static Sop Named(string name) => name switch { "simple" => SampleSops.Simple, "rich" => SampleSops.Rich, _ => SampleSops.Nasty };
}
