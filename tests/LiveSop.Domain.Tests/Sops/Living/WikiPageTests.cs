using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Living.Pages;

namespace LiveSop.Domain.Tests.Sops.Living;

public sealed class WikiPageTests
{
    private const string Page = """
        # 📦 Damaged **parcel** runbook

        _Last change: Ann, May_

        ## Purpose

        When a customer reports a [damaged parcel](https://wiki.example/p).
        They are often upset.

        ## Contacts

        - Carrier: 555 123

        ## Steps

        Some prose that nobody needs.

        1. Ask for the **order number**.
        2. Ask for a photo of the damage; use the `#photos` folder.
           It must be sharp.
        3. If the customer still wants it:
           - Offer a replacement
           - Update the ticket (optional)
        4. Otherwise:
           * Fax a form to head office
        5. [ ] Issue the refund

        ```
        - not a step
        ```
        """;

    [Fact]
    public void an_ordinary_page_is_read_as_a_procedure()
    {
        var (procedure, problems) = WikiPage.Read(Page, "U1");

        problems.Should().BeEmpty();
        procedure!.Trigger.Should().Be("When a customer reports a damaged parcel. They are often upset");
        procedure.Title.Should().Be("📦 Damaged parcel runbook");
        procedure.Steps.Select(step => step.Title).Should().Equal(
            "Ask for the order number", "Ask for a photo of the damage; use the #photos folder. It must be sharp", "Offer a replacement", "Update the ticket", "Fax a form to head office", "Issue the refund");
        procedure.Steps.Should().OnlyContain(step => step.WrittenBy == "U1" && step.Optional == (step.Id == "s4"));
        procedure.Flow.Children[2].Should().Be(new StepFlow.OneOf([new("the customer still wants it", new StepFlow.InOrder([new StepFlow.Do("s3"), new StepFlow.Do("s4")])), new(null, new StepFlow.Do("s5"))]));
    }

    [Fact]
    public void headings_can_be_the_steps()
    {
        var (procedure, problems) = WikiPage.Read("# Reset a password\n\nSomebody is locked out.\n\n## Step 1: Check the identity\n\nprose\n\n## Step 2 – reset it\n", "U1");

        procedure!.Steps.Select(step => step.Title).Should().Equal("Check the identity", "Reset it");
        procedure.Trigger.Should().Be("Somebody is locked out");
        problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Only prose.\n\nAnd more.")]
    [InlineData("## Contacts\n\n- Ann\n- Bob")]
    public void a_page_without_steps_says_so(string page)
    {
        var (procedure, problems) = WikiPage.Read(page, "U1");

        procedure.Should().BeNull();
        problems.Select(problem => problem.Say()).Should().Equal("Line 1: no steps were found; write them as a list, one line each, under a heading “Steps”.");
    }

    [Fact]
    public void what_is_too_long_is_cut_and_named()
    {
        var (procedure, problems) = WikiPage.Read($"# T\n\nWhen it breaks\n\n- {new string('x', 300)}\n- Done", "U1");

        procedure!.Steps[0].Title.Length.Should().Be(200);
        problems.Should().ContainSingle().Which.Line.Should().Be(5);
    }

    [Fact]
    public void any_page_gives_a_procedure_or_says_why_not()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var page = string.Join('\n', Enumerable.Range(0, random.Next(1, 20)).Select(_ => new string(' ', random.Next(3) * 2) + (random.Next(3) switch { 0 => "- ", 1 => "1. ", _ => "" }) + RandomProcedures.Words(random)));

            var (procedure, problems) = WikiPage.Read(page, "U1");

            if (procedure is null) problems.Should().NotBeEmpty();
            else procedure.Steps.Should().NotBeEmpty();
        }
    }

    [Fact]
    public void where_practice_differs_from_the_page_is_said()
    {
        var practised = Practice.Compare(WikiPage.Read(Page, "U1").Procedure!, MinedProcedure.Of(SampleSops.Rich));

        practised.Lines.Select(line => line.Say()).Should().Equal(
            "Your page says “Ask for a photo of the damage; use the #photos folder. It must be sharp”; 283 of 413 cases did “Ask for a photo of the damage”.",
            "Your page has “Update the ticket” in another place; people do it after “Issue the refund” (seen in 390 of 413 cases).",
            "Your page says “Fax a form to head office”; none of 413 cases showed it.",
            "Your page always asks for “Issue the refund”; 150 of 413 cases did it.",
            "Your page does not say “Contact the carrier”; 45 of 413 cases did it after “Issue the refund”.",
            "Your page does not say “Tell the warehouse team”; 380 of 413 cases did it after “Update the ticket”.",
            "Your page does not say “Ask whether anything else is needed”; 200 of 413 cases did it after “Update the ticket”.");
        practised.Suggestion.Step("s1").Should().Be(new ProcedureStep("s1", "Ask for the order number", new Support(400, 413), "U1") { MedianSeconds = 45, Owner = "Support engineer" });
        practised.Suggestion.Step("s5")!.Support.Cases.Should().Be(0);
    }

    [Fact]
    public void a_page_that_says_what_people_do_differs_in_nothing()
    {
        var steps = SampleSops.Simple;

        Practice.Compare(MinedProcedure.Of(steps), MinedProcedure.Of(steps)).Lines.Should().BeEmpty();
    }
}
