using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Running.Signs;

/// <summary>A message shows that a step is done.</summary>
/// <param name="Strength">In [0, 1]; not a probability.</param>
public sealed record StepSign(string Step, double Strength);

/// <summary>
/// Recognises the step of a run that somebody's message shows, by the step's title and by what people wrote when they did it before. Careful rather
/// than complete: who is not recognised presses a button. It does not change; may be asked by many at once.
/// </summary>
public sealed class StepSigns
{
    /// <summary>A sign below it is none.</summary>
    internal const double Least = 0.65;

    /// <summary>So much better than every other step.</summary>
    internal const double Margin = 0.15;

    /// <summary>What comes later in the procedure is done now less often than what comes next.</summary>
    private const double OutOfOrder = 0.9;

    /// <summary>Where so many of a step's messages ask, announce or deny, that is how the step is done.</summary>
    private const double HabitOfMood = 0.3;

    private const double Ticket = 0.8;
    private const double Bare = 0.7;

    private readonly IReadOnlyList<string> ids;
    private readonly IReadOnlyList<TitleSign> titles;
    private readonly IReadOnlyList<bool[]> moods;
    private readonly PastWords past;

    private StepSigns(IReadOnlyList<string> ids, IReadOnlyList<TitleSign> titles, IReadOnlyList<bool[]> moods, PastWords past) =>
        (this.ids, this.titles, this.moods, this.past) = (ids, titles, moods, past);

    /// <param name="evidence">Messages that showed the steps in past cases. Those of an id that is no step's are messages that showed none: they keep their like from being taken for signs.</param>
    public static StepSigns Of(Procedure procedure, IReadOnlyList<(string Step, string Text)> evidence)
    {
        var ids = procedure.Steps.Select(step => step.Id).ToList();
        var known = evidence.Select(one => (Class: ids.IndexOf(one.Step) is >= 0 and var at ? at : ids.Count, one.Text)).ToList();
        var moods = Enumerable.Range(0, ids.Count).Select(at => Habits([.. known.Where(one => one.Class == at).Select(one => one.Text)])).ToList();
        return new(ids, [.. procedure.Steps.Select(step => new TitleSign(step.Title))], moods, new PastWords(known));
    }

    /// <param name="text">As somebody wrote it; requests, questions, plans and denials are told from deeds.</param>
    /// <param name="list">Only steps that it has open are recognised.</param>
    /// <returns>Null where nothing, or more than one thing, may be meant.</returns>
    public StepSign? Recognise(string text, Checklist list)
    {
        if (BareDone.Is(text)) return list.Next is [var only] ? new(only, Bare) : null;
        var tellings = Telling.Of(text);
        var likeness = past.Likeness(text, ids.Count + 1);
        var strengths = ids.Select((_, at) => Strength(at, tellings, likeness[at])).ToList();
        var (open, next) = (list.Open, list.Next);
        var ranked = ids.Zip(strengths).Where(one => open.Contains(one.First))
            .Select(one => new StepSign(one.First, one.Second * (next.Contains(one.First) ? 1 : OutOfOrder))).OrderByDescending(sign => sign.Strength).ToList();
        if (ranked is not [var best, ..] || best.Strength < Least) return null;
        var rival = ranked.Skip(1).Select(sign => sign.Strength).Append(likeness[ids.Count]).Max();
        return best.Strength - rival >= Margin && strengths.Max() <= best.Strength + Margin ? best : null;
    }

    /// <summary>What the title and the past messages say together; either may do alone.</summary>
    private double Strength(int at, IReadOnlyList<Telling> tellings, double likeness)
    {
        var title = titles[at];
        if (title.IsFiling && tellings.Any(telling => telling.GivesIssue)) return Ticket;
        var named = tellings.Select(telling => title.In(telling)).DefaultIfEmpty().Max();
        return 1 - ((1 - named) * (1 - (IsUsual(at, tellings) ? likeness : 0)));
    }

    /// <summary>It is said as the step's messages are said; a deed that is asked for, announced or denied by its own name is not done by that.</summary>
    private bool IsUsual(int at, IReadOnlyList<Telling> tellings)
    {
        var title = titles[at];
        var naming = tellings.Where(telling => title.Names(telling)).ToList();
        if (!title.IsSpoken && naming.Count > 0 && naming.TrueForAll(telling => telling.Mood != Mood.Told)) return false;
        return tellings.Any(telling => moods[at][(int)telling.Mood]);
    }

    private static bool[] Habits(IReadOnlyList<string> texts)
    {
        var said = texts.Select(text => Telling.Of(text).Select(telling => telling.Mood).ToHashSet()).ToList();
        return [.. Enum.GetValues<Mood>().Select(mood => mood == Mood.Told || said.Count(moods => moods.Contains(mood)) > HabitOfMood * said.Count)];
    }
}
