using System.Text.Json;
using LiveSop.Domain.Running;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Tests.Sops.Living;

namespace LiveSop.Domain.Tests.Running;

/// <summary>What holds of every procedure and every run of it.</summary>
public sealed class RunLawTests
{
    private const int Runs = 600;

    [Fact]
    public void doing_what_is_next_completes_every_procedure() => Each((procedure, random) =>
    {
        var run = Cases.Fresh;
        for (var i = 0; ; i++)
        {
            var list = Checklist.Of(procedure, run);
            if (list.IsComplete) break;
            list.Next.Should().NotBeEmpty();
            i.Should().BeLessThan(procedure.Steps.Count);
            run = run.With(procedure, list.Next[random.Next(list.Next.Count)]);
        }
    });

    [Fact]
    public void something_is_next_before_completion_whatever_people_have_done() => Each((procedure, random) =>
    {
        var list = Checklist.Of(procedure, Wild(procedure, random));

        (list.IsComplete || list.Next.Count > 0).Should().BeTrue();
        list.IsComplete.Should().Be(list.Progress.Done == list.Progress.Required);
    });

    [Fact]
    public void every_step_has_one_line_in_its_place() => Each((procedure, random) =>
        Checklist.Of(procedure, Wild(procedure, random)).Lines.OfType<ChecklistLine.Step>().Select(line => line.What).Should().Equal(procedure.Steps));

    [Fact]
    public void a_step_is_settled_exactly_where_it_is_marked() => Each((procedure, random) =>
    {
        var run = Wild(procedure, random);

        foreach (var line in Checklist.Of(procedure, run).Lines.OfType<ChecklistLine.Step>())
            (line.State switch { StepState.Done => true, StepState.Skipped => false, _ => (bool?)null }).Should().Be(run.Mark(line.What.Id)?.IsDone);
    });

    [Fact]
    public void unchecking_undoes_checking() => Each((procedure, random) =>
    {
        var run = Wild(procedure, random);
        var step = procedure.Steps[random.Next(procedure.Steps.Count)].Id;

        if (run.Mark(step) is null) run.With(procedure, step).Uncheck(procedure, step).Run().Should().Be(run);
    });

    [Fact]
    public void everything_happens_once() => Each((procedure, random) =>
    {
        var (run, act) = (Wild(procedure, random), Act(procedure, random));

        if (act(run) is RunChange.Changed changed) act(changed.Run).Should().BeOfType<RunChange.Unchanged>();
    });

    [Fact]
    public void what_was_gone_through_can_be_gone_through_again() => Each((procedure, random) =>
    {
        var run = Wild(procedure, random);
        var loop = Checklist.Of(procedure, run).Lines.OfType<ChecklistLine.Loop>().FirstOrDefault(line => line.MayRepeat);

        if (loop is null) return;
        var again = run.Repeat(procedure, loop.Key, "U1", Cases.At).Run();
        again.Marks.Concat(again.Earlier).Should().BeEquivalentTo(run.Marks.Concat(run.Earlier));
        Checklist.Of(procedure, again).Lines.OfType<ChecklistLine.Loop>().Single(line => line.Key == loop.Key).Should().Be(loop with { MayRepeat = false, Repetitions = loop.Repetitions + 1 });
    });

    [Fact]
    public void plain_json_keeps_a_run() => Each((procedure, random) =>
    {
        var run = Wild(procedure, random);

        JsonSerializer.Deserialize<Run>(JsonSerializer.Serialize(run)).Should().Be(run);
    });

    [Fact]
    public void every_choice_of_a_checklist_can_be_made() => Each((procedure, random) =>
    {
        foreach (var choice in Checklist.Of(procedure, Wild(procedure, random)).Lines.OfType<ChecklistLine.Choice>())
            foreach (var way in choice.Ways)
                Cases.Fresh.Choose(procedure, choice.Key, way.Branch, "U1", Cases.At).Run().Choice(choice.Key)!.Branch.Should().Be(way.Branch);
    });

    private static void Each(Action<Procedure, Random> law)
    {
        for (var seed = 0; seed < Runs; seed++) law(RandomProcedures.Of(seed), new Random(seed));
    }

    private static Run Wild(Procedure procedure, Random random)
    {
        var run = Cases.Fresh;
        for (var i = random.Next(2 * procedure.Steps.Count); i > 0; i--)
            if (Act(procedure, random)(run) is RunChange.Changed changed) run = changed.Run;
        return run;
    }

    private static Func<Run, RunChange> Act(Procedure procedure, Random random)
    {
        var step = procedure.Steps[random.Next(procedure.Steps.Count)].Id;
        var lines = Checklist.Of(procedure, null).Lines;
        var choices = lines.OfType<ChecklistLine.Choice>().ToList();
        var loops = lines.OfType<ChecklistLine.Loop>().ToList();
        var choice = choices.Count > 0 ? choices[random.Next(choices.Count)] : null;
        var branch = choice is null ? 0 : random.Next(choice.Ways.Count);
        return random.Next(8) switch
        {
            0 => run => run.Skip(procedure, step, "U2", Cases.At),
            1 => run => run.Uncheck(procedure, step),
            2 when choice is not null => run => run.Choose(procedure, choice.Key, branch, "U2", Cases.At),
            3 when choice is not null => run => run.Unchoose(procedure, choice.Key),
            4 when loops.Count > 0 && loops[random.Next(loops.Count)].Key is var loop => run => run.Repeat(procedure, loop, "U2", Cases.At),
            5 => run => run.HandOver("U" + branch, "U2", Cases.At),
            _ => run => run.Check(procedure, step, "U2", Cases.At),
        };
    }
}
