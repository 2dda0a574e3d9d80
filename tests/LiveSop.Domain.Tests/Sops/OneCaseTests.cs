using System.Globalization;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops;
using static LiveSop.Domain.Tests.Talk;

namespace LiveSop.Domain.Tests.Sops;

public sealed class OneCaseTests
{
    private static readonly Message[] Reset =
    [
        Says("Marcus Boyd", 0, "password recovery sends nothing at Juniper Vale Clinics :raised_hands:", "t"),
        Says("June Park", 2, "What mail address does the user have?", "t"),
        Says("Marcus Boyd", 3, "karin@junipervale.example", "t"),
        Says("June Park", 7, "Removed it off the block list. Sent a new reset e-mail.", "t"),
        Says("Marcus Boyd", 9, "Cheers both.", "t"),
    ];

    [Fact]
    public void is_what_the_responders_did_in_their_order()
    {
        var found = OneCase.Of(Reset)!;

        found.Sop.Title.Should().Be("Password recovery sends nothing");
        found.Sop.Steps.Select(step => step.Title).Should().Equal("Ask what mail address the user has", "Remove it off the block list", "Send a new reset e-mail");
        found.Sop.Steps.Should().OnlyContain(step => !step.Optional && step.Support == new Support(1, 1));
        found.Sop.Tree.Should().BeOfType<ProcessTree.Sequence>().Which.Children.Should().HaveCount(3);
        found.Sop.Cases.Should().Equal("C1:t");
        found.Observed.MedianSeconds.Should().Be(9 * 60);
    }

    [Fact]
    public void each_step_keeps_the_message_that_shows_it() =>
        OneCase.Of(Reset)!.Sop.Steps.Select(step => step.Evidence).Should().BeEquivalentTo([new[] { Reset[1].Source }, [Reset[3].Source], [Reset[3].Source]]);

    [Fact]
    public void does_not_depend_on_the_order_of_the_messages() =>
        OneCase.Of([.. Reset.Reverse()])!.Sop.Steps.Select(step => step.Title).Should().Equal(OneCase.Of(Reset)!.Sop.Steps.Select(step => step.Title));

    [Fact]
    public void names_and_values_are_masked()
    {
        var found = OneCase.Of([
            Says("Lucia Fontana", 0, "Alderfen's invoice 4711 was sent to lucia@alderfen.example, Tom said so", "t"),
            Says("Tom Okafor", 2, "Sent the invoice 4712 to lucia@alderfen.example, Lucia", "t")])!;

        var shown = string.Join('\n', found.Sop.Steps.SelectMany(step => step.Wordings.Append(step.Title)).Append(found.Sop.Title).Append(found.Sop.Trigger));
        shown.Should().NotContainAny("4711", "4712", "alderfen.example", "Lucia", "Tom");
    }

    [Fact]
    public void what_is_said_twice_in_a_row_is_one_step() => OneCase.Of([
            Says("ana", 0, "the export hangs", "t"), Says("ben", 1, "restarted the worker", "t"), Says("ben", 2, "Restarted the worker.", "t"), Says("ben", 4, "closed the case", "t")])!
        .Sop.Steps.Select(step => (step.Title, step.Evidence.Count)).Should().Equal(("Restart the worker", 2), ("Close the case", 1));

    [Fact]
    public void a_request_without_grammar_titles_itself() => OneCase.Of([
            Says("ana", 0, "Hello! Password reset for karin@farrowgate.example not arriving, spam folder checked.", "t"), Says("ben", 1, "Checked the delivery log", "t")])!
        .Sop.Title.Should().Be("Password reset for {email} not arriving, spam folder checked");

    [Fact]
    public void where_no_rule_understands_the_language_people_are_quoted() => OneCase.Of([
            Says("ana", 0, "Der Export hängt seit heute morgen", "t"), Says("ben", 1, "Ich starte den Worker neu", "t"), Says("ben", 2, "Bei euch alles wieder gut", "t")])!
        .Sop.Steps.Select(step => step.Title).Should().Equal("Tell the requester: “Ich starte den Worker neu”", "Tell the requester: “Bei euch alles wieder gut”");

    [Theory]
    [InlineData("ana|the export hangs")]
    [InlineData("ana|the export hangs", "ana|restarted the worker myself")]
    [InlineData("ana|hi all", "ben|hello!", "cem|thanks :)")]
    [InlineData("ana|the export hangs", "ben|thanks!")]
    [InlineData("ana|Why do programmers confuse Halloween and Christmas?", "ben|ha good one", "cem|Framing")]
    public void learns_nothing_where_nobody_solved_anything(params string[] talk) =>
        OneCase.Of([.. talk.Select((said, minute) => Says(said.Split('|')[0], minute, said.Split('|')[1], "t"))]).Should().BeNull();

    [Fact]
    public void learns_nothing_from_nothing() => OneCase.Of([]).Should().BeNull();

    [Fact]
    public void a_talk_without_end_ends_at_the_most_steps()
    {
        var flood = string.Join('\n', Enumerable.Range(0, 400).Select(at => $"restarted the worker {(char)('a' + at % 26)}{(char)('a' + at / 26)}"));

        OneCase.Of([Says("ana", 0, "the export hangs", "t"), .. Enumerable.Range(1, 200).Select(minute => Says("ben", minute, flood, "t"))])!
            .Sop.Steps.Should().HaveCountLessThanOrEqualTo(OneCase.MostSteps);
    }

    [Fact]
    public void hostile_text_harms_nobody()
    {
        var talks = new[] { new string('(', 40_000), string.Concat(Enumerable.Repeat("restarted the ", 3_000)), "\ud800 \u202e <!channel> {email}", string.Join(' ', Enumerable.Repeat("?", 5_000)), "a" };

        foreach (var text in talks)
            OneCase.Of([Says("ana", 0, $"the export hangs {text}", "t"), Says("ben", 1, text, "t"), Says("ben", 2, string.Create(CultureInfo.InvariantCulture, $"restarted {text}"), "t")])
                ?.Sop.Steps.Should().OnlyContain(step => step.Title.Length < 500);
    }
}
