using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Living.Pages;

namespace LiveSop.Domain.Tests.Sops.Living;

public sealed class ProcedureMarkdownTests
{
    private static readonly string Page = ProcedureMarkdown.Write(Parcels.Damaged);

    [Fact]
    public void the_page_reads_as_accepted() => Snapshot.Matches(Page, "parcels.md.verified");

    [Fact]
    public void what_was_written_and_left_alone_is_read_as_it_was()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var procedure = RandomProcedures.Edited(RandomProcedures.Of(seed), seed % 4, new Random(seed));
            var page = ProcedureMarkdown.Write(procedure);

            var read = ProcedureMarkdown.Read(seed % 2 == 0 ? page : page.ReplaceLineEndings("\r\n"), procedure, "U9");

            read.Equals(new PageReading.Understood(procedure)).Should().BeTrue("seed {0}: {1}\n{2}", seed, page, read is PageReading.Unclear unclear
                ? string.Join(" | ", unclear.Problems.Select(problem => problem.Say()))
                : string.Join(" | ", Changes.Between(procedure, ((PageReading.Understood)read).Procedure).Select(change => change.Say())));
        }
    }

    [Fact]
    public void what_is_edited_is_found_again_by_its_mark()
    {
        var page = Page.Replace("1. Ask for the order number {#s1}\n", "").Replace("Issue the refund", "Refund it (owner: Finance)")
            + "5. Say goodbye (optional)\n1. Ask for the order number {#s1}\n6. If it was late: Say sorry\n";

        var procedure = Understood(page);

        Changes.Between(Parcels.Damaged, procedure).Select(change => change.Say()).Should().Equal(
            "Added: “Say goodbye” after “Tell the warehouse”", "Added: “Say sorry” after “Ask for the order number”", "Moved: “Ask for the order number” now comes after “Say goodbye”",
            "Reworded: “Issue the refund” is now “Refund it”", "Owner: “Issue the refund” is now for Finance, before for anybody".Replace("Issue the refund", "Refund it"));
        procedure.Step("s8").Should().Be(new ProcedureStep("s8", "Say goodbye", default, "U9") { Optional = true });
        procedure.Flow.Conditions("s9").Should().Equal("it was late");
    }

    [Fact]
    public void blocks_are_read_as_people_write_them()
    {
        var procedure = Understood("""
            # Report a damaged parcel
            ## When
            Somebody reports
            a damaged parcel.
            ## Steps
            * Ask for the order number {#s1}
            * If it is lost:
              * Contact the carrier {#s5}
            * otherwise
              * Tell the warehouse {#s7}
            * In any order
            	- Ask for a photo of the damage <!-- s2 -->
            	- Issue the refund
            	  at once {#s4}
            """);

        procedure.Flow.Should().Be(new StepFlow.InOrder([Do(1), new StepFlow.OneOf([new("it is lost", Do(5)), new(null, Do(7))]), new StepFlow.AnyOrder([Do(2), Do(4)])]));
        procedure.Step("s4")!.Title.Should().Be("Issue the refund at once");
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Ask for the order number {#s1}", "{#s1}", "Line 11: a step has no words; write what is done, or remove it." },
        { "{#s6}", "{#s66}", "Line 21: the mark {#s66} belongs to no step of this procedure; take it away, and the line is a new step." },
        { "{#s6}", "{#s1}", "Line 21: the mark {#s1} stands in line 11 already; take it away here, and the line is a new step." },
        { "# Report a damaged parcel", "", "Line 1: the procedure has no title; name it." },
        { "Somebody reports a damaged parcel.", "", "Line 9: nobody has said when it applies; write it in one sentence." },
        { "## Steps", "## Stages", "Line 1: there is no heading “## Steps”; put it above the steps." },
        { "## When", "## When\n\n## Notes\n\nx", "Line 7: the heading “Notes” has no place here; only “When” and “Steps” are kept. Delete it with what stands under it." },
        { "1. Ask for the order", "Ask for the order", "Line 11: this is no step; begin the line with “1.” or “-”, or delete it." },
        { "2. Repeat if needed:", "2. Again and again", "Line 13: nothing can stand under a step; move it out, or let the line above be “If …:”, “One of these:”, “In any order:” or “Repeat if needed:”." },
        { "    1. Ask for a photo of the damage {#s2}\n", "", "Line 12: nothing stands under “Repeat if needed:”; put its steps there, indented, or delete the line." },
        { "If the customer still wants it:", "If :", "Line 15: the condition has no words; write it between “If” and the colon." },
        { "Tell the warehouse", new string('x', 201), $"Line 22: the step “{new string('x', 39)}…” has 201 characters; at most 200 fit. Shorten it." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void what_cannot_be_read_is_named_by_its_line(string was, string now, string problem) =>
        ProcedureMarkdown.Read(Page.Replace(was, now), Parcels.Damaged, "U9").Should().BeOfType<PageReading.Unclear>().Which.Problems.Select(one => one.Say()).Should().Contain(problem);

    [Fact]
    public void a_page_too_long_to_be_one_is_not_read() =>
        ProcedureMarkdown.Read(new string('x', 100_001), Parcels.Damaged, "U9").Should().BeOfType<PageReading.Unclear>().Which.Problems.Should().ContainSingle();

    [Fact]
    public void any_text_is_read_without_an_exception()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var lines = ProcedureMarkdown.Write(RandomProcedures.Of(seed)).Split('\n').SelectMany(line => random.Next(8) switch { 0 => [], 1 => [line, line], 2 => ["  " + line], 3 => [line[(line.Length / 2)..]], _ => new[] { line } });

            ProcedureMarkdown.Read(string.Join('\n', lines), RandomProcedures.Of(seed), "U9").Should().NotBeNull();
        }
    }

    private static Procedure Understood(string page) => ProcedureMarkdown.Read(page, Parcels.Damaged, "U9").Should().BeOfType<PageReading.Understood>().Subject.Procedure;

    private static StepFlow Do(int number) => new StepFlow.Do($"s{number}");
}
