using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Running;

/// <summary>
/// What can be done to a run. Each may arrive twice and changes it once. Steps may be done out of order: people work as they work, and the
/// procedure only says what it would expect. The procedure is always the version that the run follows.
/// </summary>
public static class RunChanges
{
    /// <summary>The step is done; a way that it stands in is thereby chosen.</summary>
    /// <param name="source">The message in which it was recognised; null where somebody pressed.</param>
    public static RunChange Check(this Run run, Procedure procedure, string step, string by, DateTimeOffset at, string? source = null)
    {
        if (run.Hindrance(procedure, step) is { } why) return Stays(why);
        if (run.Mark(step) is { IsDone: true }) return Stays(WhyNot.AlreadySo);
        var mark = new StepMark(step, by, at, source is null ? How.Pressed : How.Seen, source);
        var ways = FlowKey.WaysTo(procedure.Flow, (_, flow) => flow is StepFlow.Do one && one.Step == step);
        return Becomes(run.Marked(mark) with { Choices = [.. run.Choices, .. ways.Select(way => new Chosen(way.Choice, way.Branch, by, at, step))] });
    }

    /// <summary>The step is not needed this time. That alone chooses no way.</summary>
    public static RunChange Skip(this Run run, Procedure procedure, string step, string by, DateTimeOffset at)
    {
        if (run.Hindrance(procedure, step) is { } why) return Stays(why);
        if (run.Mark(step) is { } mark) return Stays(mark.IsDone ? WhyNot.StepDone : WhyNot.AlreadySo);
        return Becomes(run.Marked(new(step, by, at, How.Skipped)));
    }

    /// <summary>Neither done nor skipped; what only its being done has chosen is open again.</summary>
    public static RunChange Uncheck(this Run run, Procedure procedure, string step)
    {
        if (run.Hindrance(procedure, step) is { } why) return Stays(why);
        if (run.Mark(step) is null) return Stays(WhyNot.AlreadySo);
        return Becomes(run with { Marks = [.. run.Marks.Where(mark => mark.Step != step)], Choices = [.. run.Choices.Where(chosen => chosen.Step != step)] });
    }

    /// <summary>Takes a way, and the ways around it that lead there.</summary>
    public static RunChange Choose(this Run run, Procedure procedure, string choice, int branch, string by, DateTimeOffset at)
    {
        if (run.Finished is not null) return Stays(WhyNot.Over);
        if (FlowKey.Find(procedure.Flow, choice) is not StepFlow.OneOf found || branch < 0 || branch >= found.Branches.Count) return Stays(WhyNot.UnknownChoice);
        var ways = FlowKey.WaysTo(procedure.Flow, (key, _) => key == choice).Append((Choice: choice, Branch: branch)).Where(way => run.Choice(way.Choice)?.Branch != way.Branch).ToList();
        if (ways.Count == 0) return Stays(WhyNot.AlreadySo);
        var others = run.Choices.Where(chosen => chosen.Step is not null || ways.TrueForAll(way => way.Choice != chosen.Choice));
        return Becomes(run with { Choices = [.. others, .. ways.Select(way => new Chosen(way.Choice, way.Branch, by, at))] });
    }

    /// <summary>The choice is open again, whatever was done in its ways.</summary>
    public static RunChange Unchoose(this Run run, Procedure procedure, string choice)
    {
        if (run.Finished is not null) return Stays(WhyNot.Over);
        if (FlowKey.Find(procedure.Flow, choice) is not StepFlow.OneOf) return Stays(WhyNot.UnknownChoice);
        if (run.Choice(choice) is null) return Stays(WhyNot.AlreadySo);
        return Becomes(run with { Choices = [.. run.Choices.Where(chosen => chosen.Choice != choice)] });
    }

    /// <summary>
    /// A loop that was gone through begins once more: what comes in between, then the part. What was done in between before anybody said so
    /// belongs to the new round.
    /// </summary>
    public static RunChange Repeat(this Run run, Procedure procedure, string loop, string by, DateTimeOffset at)
    {
        if (run.Finished is not null) return Stays(WhyNot.Over);
        if (FlowKey.Find(procedure.Flow, loop) is not StepFlow.Again again) return Stays(WhyNot.UnknownLoop);
        if (!new Standing(procedure, run).MayRepeat(again, loop)) return Stays(WhyNot.RoundNotDone);
        var (block, flow) = run.Repetitions(loop) == 0 ? (FlowKey.Of(loop, 0), again.Part) : (loop, again);
        var over = run.Marks.Where(mark => flow.Has(mark.Step)).ToList();
        return Becomes(run with
        {
            Marks = [.. run.Marks.Except(over)],
            Earlier = [.. run.Earlier, .. over],
            Choices = [.. run.Choices.Where(chosen => !FlowKey.IsWithin(chosen.Choice, block) && (chosen.Step is null || !flow.Has(chosen.Step))), .. run.Kept(flow, block)],
            Rounds = [.. run.Rounds.Where(round => round.Loop == loop || !FlowKey.IsWithin(round.Loop, block)), new(loop, by, at)],
        });
    }

    /// <param name="to">Who has it in hand from now on.</param>
    public static RunChange HandOver(this Run run, string to, string by, DateTimeOffset at)
    {
        if (run.Finished is not null) return Stays(WhyNot.Over);
        return run.Owner == to ? Stays(WhyNot.AlreadySo) : Becomes(run with { HandOvers = [.. run.HandOvers, new(to, by, at)] });
    }

    /// <summary>Nothing but <see cref="Reopen"/> changes it afterwards. What is left of the steps does not matter: the incident is over.</summary>
    public static RunChange Finish(this Run run, string by, DateTimeOffset at, Outcome outcome)
    {
        if (run.Finished is { } end) return Stays(end.Outcome == outcome ? WhyNot.AlreadySo : WhyNot.Over);
        return Becomes(run with { Finished = new(at, by, outcome) });
    }

    public static RunChange Reopen(this Run run) => run.Finished is null ? Stays(WhyNot.AlreadySo) : Becomes(run with { Finished = null });

    private static WhyNot? Hindrance(this Run run, Procedure procedure, string step) =>
        run.Finished is not null ? WhyNot.Over : procedure.Step(step) is null ? WhyNot.UnknownStep : null;

    private static Run Marked(this Run run, StepMark mark) => run with { Marks = [.. run.Marks.Where(other => other.Step != mark.Step), mark] };

    /// <summary>Ways around a loop that only steps of the round that is over have chosen: the loop still stands in them.</summary>
    private static IEnumerable<Chosen> Kept(this Run run, StepFlow flow, string block) => run.Choices
        .Where(chosen => !FlowKey.IsWithin(chosen.Choice, block) && chosen.Step is { } step && flow.Has(step))
        .GroupBy(chosen => chosen.Choice).Select(same => same.Last()).Where(chosen => run.Choice(chosen.Choice) == chosen)
        .Select(chosen => chosen with { Step = null });

    private static RunChange.Changed Becomes(Run run) => new(run);

    private static RunChange.Unchanged Stays(WhyNot why) => new(why);
}
