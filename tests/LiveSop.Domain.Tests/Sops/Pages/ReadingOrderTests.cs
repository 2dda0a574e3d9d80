using LiveSop.Domain.Incidents;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Tests.Sops.Pages;

public sealed class ReadingOrderTests
{
    [Fact]
    public void what_can_be_skipped_anyway_is_not_skipped_as_a_whole()
    {
        var maybe = new ProcessTree.Choice([new ProcessTree.Activity(0), ProcessTree.Silent]);
        var wrapped = new ProcessTree.Choice([new ProcessTree.Sequence([maybe, new ProcessTree.Sequence([maybe])]), ProcessTree.Silent]);
        ReadingOrder.Flat(wrapped).Should().BeOfType<ProcessTree.Sequence>().Which.Children.Should().AllBeOfType<ProcessTree.Choice>();
    }

    [Fact]
    public void a_choice_keeps_its_way_around()
    {
        var choice = new ProcessTree.Choice([new ProcessTree.Activity(0), new ProcessTree.Choice([new ProcessTree.Activity(1), ProcessTree.Silent])]);
        ReadingOrder.Flat(choice).Should().BeOfType<ProcessTree.Choice>().Which.Children.Should().HaveCount(3).And.Contain(ProcessTree.Silent);
    }

    [Fact]
    public void rare_steps_of_a_long_procedure_stand_apart_and_none_is_lost()
    {
        var steps = Enumerable.Range(0, 24).Select(Numbered).ToList();
        var tree = new ProcessTree.Sequence([.. steps.Select((step, i) => Skippable(i, step.Optional))]);
        var page = SopMarkdown.Write(new Sop("sop-long", "A long procedure", "Somebody asks.", ["C1:1"], steps, tree, [], new SopQuality(1, 1)));
        var also = page.IndexOf("Sometimes also:", StringComparison.Ordinal);
        also.Should().BePositive();
        foreach (var step in steps)
            (page.IndexOf($"**{step.Title}**", StringComparison.Ordinal) > also).Should().Be(step.Optional, step.Title);
    }

    [Fact]
    public void examples_say_different_things() =>
        EvidenceText.Examples(["Closed it :tada:", "closed it", "Closed it!", ":wave:", "The door is shut"], 2).Should().Equal("“Closed it”", "“The door is shut”");

    private static Step Numbered(int index) => new($"s{index}", $"Step {(char)('A' + index)}", "responder", [new SourceRef.Slack("C1", "1")])
    {
        Optional = index % 3 == 0,
        Support = new(index % 3 == 0 ? 10 : 90, 100),
    };

    private static ProcessTree Skippable(int index, bool optional) =>
        optional ? new ProcessTree.Choice([new ProcessTree.Activity(index), ProcessTree.Silent]) : new ProcessTree.Activity(index);
}
