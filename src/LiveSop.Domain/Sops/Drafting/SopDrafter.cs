using LiveSop.Domain.Activities;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops.Pages;
using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Drafting;

/// <summary>Words what was mined of one family as a procedure.</summary>
internal static class SopDrafter
{
    private const string AnyResponder = "responder";
    private const double MostHaveTheTitle = 0.5;
    private const int Wordings = 5;

    /// <param name="contrast">Over all families.</param>
    /// <param name="people">Names that are masked in what is quoted.</param>
    /// <returns>With an id that other drafts may share, until <see cref="Slug.Unique"/> tells them apart.</returns>
    public static DiscoveredSop Draft(Family family, Contrast contrast, PeopleNames people)
    {
        var traces = family.Work.Traces.Select(WithoutRepetitions).ToList();
        var names = Titles(family.Work.All);
        var log = EventLog.From(names, traces.Select(trace => trace.Select(step => step.Activity).ToArray()));
        var tree = family.IsLog ? Discovery.Discover(log) : MajorityMiner.Mine(log);
        var required = Required.Of(tree);
        var steps = family.Work.All.Select((activity, i) => Step(activity, i, names[i], family, people) with { Optional = !required.Contains(i) }).ToList();
        var title = family.IsLog ? LogTitle(family) : SopTitle.From(family.Requests, contrast);
        var trigger = family.IsLog ? $"A case of {title} is opened." : Trigger.From(family.Requests, contrast);
        var edges = SuccessionDrawing.Of(traces, returns: family.IsLog).Select(s => new Edge(steps[s.From].Id, steps[s.To].Id, s.Cases, s.LastSeen));
        var quality = Quality.Of(tree, log);
        var sop = new Sop(Slug.SopId(title), title, trigger, [.. family.Incidents.Select(incident => incident.Id)],
            steps, tree, [.. edges], new(quality.Fitness, quality.Precision));
        return new(sop, Observe(family.Incidents)) { Solved = [.. family.Incidents.Zip(family.Work.Traces, Solved)] };
    }

    private static SolvedCase Solved(Incident incident, IReadOnlyList<TraceEvent> trace) =>
        new(incident.Id, incident.Place, incident.StartedAt, incident.Messages[^1].At, [.. WithoutRepetitions(trace).Select(step => step.Activity)],
            [.. trace.Select(step => new ShownStep(step.Activity, step.Message.Source))]);

    /// <summary>A log is called what its file or project is called.</summary>
    private static string LogTitle(Family family)
    {
        var place = family.Incidents[0].Place;
        var dot = place.LastIndexOf('.');
        var name = (dot > 0 ? place[..dot] : place).Replace('_', ' ').Replace('-', ' ').Trim();
        return name.Length == 0 ? place : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static IReadOnlyList<TraceEvent> WithoutRepetitions(IReadOnlyList<TraceEvent> trace) =>
        [.. trace.Where((step, i) => i == 0 || step.Activity != trace[i - 1].Activity)];

    private static IReadOnlyList<string> Titles(IReadOnlyList<Activity> activities)
    {
        var said = activities.Select(Said).ToList();
        return DistinctTitles.Of([.. activities.Zip(said, (activity, texts) => activity.Name is { } name ? StepTitle.Named(name) : StepTitle.From(texts))], said);
    }

    /// <summary>Every message, as often as it was written, the most typical first.</summary>
    private static IReadOnlyList<string> Said(Activity activity)
    {
        var rank = activity.Typical.Index().ToDictionary(text => text.Item, text => text.Index, StringComparer.Ordinal);
        return [.. activity.Messages.Select(message => message.Text).OrderBy(text => rank.GetValueOrDefault(text, int.MaxValue))];
    }

    private static Step Step(Activity activity, int index, string title, Family family, PeopleNames people)
    {
        var cases = family.Work.Traces.Count(trace => trace.Any(step => step.Activity == index));
        return new Step($"s{index + 1}", title, Actor(activity), [.. activity.Messages.Select(message => message.Source)])
        {
            Support = new(cases, family.Incidents.Count),
            MedianSeconds = Median(Waits(family, index)),
            Wordings = activity.Name is null ? Examples(activity, people) : [],
        };
    }

    /// <summary>Values masked, emoji left out, and none that differs from another only in its signs.</summary>
    private static IReadOnlyList<string> Examples(Activity activity, PeopleNames people) =>
        [.. activity.Typical.Select(text => people.Mask(Placeholders.Mask(Emoji.Remove(text))).Trim())
            .Where(text => text.Length > 0).DistinctBy(text => string.Join(' ', Tokens.Of(text))).Take(Wordings)];

    /// <summary>The title on their profiles, where most who do it share one.</summary>
    private static string Actor(Activity activity)
    {
        var titles = activity.Messages.Select(message => message.Author.Title).OfType<string>().Where(title => title.Length > 0).CountBy(title => title, StringComparer.Ordinal);
        var (title, count) = titles.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).FirstOrDefault();
        return count > MostHaveTheTitle * activity.Messages.Count ? title : AnyResponder;
    }

    /// <summary>From the message before to the first that shows the step, in each case, in seconds.</summary>
    private static IEnumerable<long> Waits(Family family, int activity) =>
        from pair in family.Incidents.Zip(family.Work.Traces)
        let shown = pair.Second.FirstOrDefault(step => step.Activity == activity)
        where shown is not null
        let before = pair.First.Messages.TakeWhile(message => !ReferenceEquals(message, shown.Message)).LastOrDefault()
        where before is not null
        select (long)(shown.Message.At - before.At).TotalSeconds;

    private static Observed Observe(IReadOnlyList<Incident> incidents) => new(
        incidents.Min(incident => incident.StartedAt),
        incidents.Max(incident => incident.Messages[^1].At),
        Median(incidents.Select(incident => (long)(incident.Messages[^1].At - incident.StartedAt).TotalSeconds)));

    private static long? Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : sorted[sorted.Length / 2];
    }
}
