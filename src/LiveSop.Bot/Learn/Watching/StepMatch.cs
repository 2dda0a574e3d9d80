using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Watching;

/// <summary>
/// Which of the deeds that cases have in common is which step of a procedure: known by the messages that show both. What is no step gets a number behind
/// those of the steps.
/// </summary>
internal sealed class StepMatch
{
    /// <summary>Of the messages of the smaller of the two.</summary>
    private const double SameFrom = 0.5;

    private readonly IReadOnlyList<int> numbers;

    private StepMatch(IReadOnlyList<int> numbers, IReadOnlyList<Step> others) => (this.numbers, Others) = (numbers, others);

    /// <summary>What is no step of the procedure: the first has the number after the last step.</summary>
    public IReadOnlyList<Step> Others { get; }

    /// <param name="deed">Its place in what was mined.</param>
    public int Number(int deed) => numbers[deed];

    /// <param name="evidence">Of the procedure.</param>
    public static StepMatch Of(Procedure procedure, IReadOnlyList<EvidenceRow> evidence, Sop mined)
    {
        var shown = evidence.GroupBy(row => row.StepId).ToDictionary(step => step.Key, step => step.Select(row => (row.Place.Value, row.Ts)).ToHashSet(), StringComparer.Ordinal);
        var window = mined.Steps.SelectMany(step => step.Evidence).Select(Key).ToHashSet();
        var pairs =
            from deed in mined.Steps.Index()
            let messages = deed.Item.Evidence.Select(Key).ToHashSet()
            from step in procedure.Steps.Index()
            where shown.ContainsKey(step.Item.Id)
            let known = shown[step.Item.Id].Where(window.Contains).ToHashSet()
            let shared = messages.Count(known.Contains)
            where known.Count > 0 && shared >= SameFrom * Math.Min(known.Count, messages.Count(message => IsKnown(message, shown)))
            where shared > 0
            orderby shared descending, deed.Index, step.Index
            select (Deed: deed.Index, Step: step.Index);
        return Numbered(procedure, mined, Greedily(pairs));
    }

    private static bool IsKnown((string, string) message, Dictionary<string, HashSet<(string, string)>> shown) => shown.Values.Any(step => step.Contains(message));

    private static Dictionary<int, int> Greedily(IEnumerable<(int Deed, int Step)> pairs)
    {
        var (of, taken) = (new Dictionary<int, int>(), new HashSet<int>());
        foreach (var (deed, step) in pairs)
            if (!of.ContainsKey(deed) && taken.Add(step)) of[deed] = step;
        return of;
    }

    private static StepMatch Numbered(Procedure procedure, Sop mined, Dictionary<int, int> of)
    {
        var (numbers, others) = (new List<int>(), new List<Step>());
        foreach (var (index, deed) in mined.Steps.Index())
            if (of.TryGetValue(index, out var step)) numbers.Add(step);
            else
            {
                numbers.Add(procedure.Steps.Count + others.Count);
                others.Add(deed);
            }
        return new(numbers, others);
    }

    private static (string Place, string Ts) Key(Domain.Incidents.SourceRef source) => source is Domain.Incidents.SourceRef.Slack slack ? (slack.Channel, slack.Ts) : ("", SopEvidence.TsOf(source));
}
