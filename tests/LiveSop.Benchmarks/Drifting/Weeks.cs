using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Watching;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Drift;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.Export;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Stories;

namespace LiveSop.Benchmarks.Drifting;

/// <summary>The invented company's two weeks, looked at each night as the bot does, without its database: what is proposed, and whether it is so.</summary>
/// <param name="Early">Something was proposed before the team had changed anything.</param>
/// <param name="Cases">Solved in the new way until the first proposal; null where none came.</param>
/// <param name="Right">Of the first proposal's reasons after the change, how many tell of it.</param>
internal sealed record Weeks(bool Early, int? Cases, int Right, int Reasons)
{
    private static readonly DateTime Monday = Timeline.Start.AddDays(7 * 19);

    private static readonly DateTimeOffset Approved = new(Monday.AddHours(-40), TimeSpan.Zero);

    /// <summary>In the first week the last two nights are looked at, in the second, and two days beyond it, each.</summary>
    private static readonly int[] Days = [3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    public static Weeks Live(int seed, NewWay way, IReadOnlyList<Story> stories)
    {
        var (history, weeks) = (CompanyHistory.Generate(seed, stories: stories), Fortnight.Generate(seed, Monday, way, stories));
        List<HistoryMessage> said = [.. history.Messages.Concat(weeks.Messages).Where(message => !message.IsNote && message.Channel.Kind == ChannelKind.Public)];
        var gold = said.ToDictionary(message => message.Key, message => message.Activities, StringComparer.Ordinal);
        var ofTheKind = history.Cases.Where(one => one.Story.Kind == way.Before.Kind).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var known = Found(said, Approved).MaxBy(found => found.Sop.Cases.Count(ofTheKind.Contains))!;
        var procedure = MinedProcedure.Of(known);
        var early = false;
        foreach (var day in Days)
        {
            if (Look(procedure, known, said, new(Monday.AddDays(day).AddHours(26.5), TimeSpan.Zero)) is not var (watched, reasons)) continue;
            if (day >= 7) return new(early, watched.Since.Count(one => one.OpenedAt >= Monday.AddDays(7)), reasons.Count(reason => IsRight(reason, way, watched, gold)), reasons.Count);
            early = true;
        }
        return new(early, null, 0, 0);
    }

    /// <summary>What would be proposed that night; null where nothing.</summary>
    private static (Watched, IReadOnlyList<Reason>)? Look(Procedure procedure, DiscoveredSop known, List<HistoryMessage> said, DateTimeOffset night)
    {
        var found = Found(said, night).MaxBy(one => one.Sop.Cases.Intersect(known.Sop.Cases).Count())!;
        var talks = new Talks(Read(said, night)).Of(found).Where(talk => night - talk.Messages[^1].At >= WatchSop.QuietWhenSolved).ToList();
        if (Watched.Of(procedure, Evidence(known), talks, DateTimeOffset.MinValue, Approved) is not { } watched) return null;
        if (watched.Look([]) is not DriftState.Shifted { Revision: var revision }) return null;
        var revised = procedure.Apply(RevisionText.Edits(revision, procedure, watched.Match.Others)) as Edited.Done;
        return revised is null || Changes.Between(procedure, revised.Procedure).Count == 0 ? null : (watched, revision.Reasons);
    }

    private static bool IsRight(Reason reason, NewWay way, Watched watched, Dictionary<string, IReadOnlyList<string>> gold)
    {
        var adds = way.Change[0] == '+';
        var kind = reason.Deviation switch { Deviation.Added => adds, Deviation.Skipped => !adds, Deviation.Shifted shifted => shifted.More == adds, _ => false };
        var shown = watched.Mined.Sop.Steps.Where((_, index) => watched.Match.Number(index) == reason.Deviation.Subject).SelectMany(step => step.Evidence).ToList();
        return kind && shown.Count(source => gold.GetValueOrDefault(source.ToString()!, []).Contains(way.Change[1..])) > shown.Count / 2;
    }

    private static IReadOnlyList<DiscoveredSop> Found(List<HistoryMessage> said, DateTimeOffset until) => SopMiner.Mine(Read(said, until)).Sops;

    private static List<EvidenceRow> Evidence(DiscoveredSop found) =>
    [
        .. from one in found.Solved
           from shown in one.Shown
           select new EvidenceRow { WorkspaceId = new("T"), SopId = new(Guid.Empty), StepId = found.Sop.Steps[shown.Step].Id, Place = new(one.Place), Ts = SopEvidence.TsOf(shown.Source), CaseId = one.Id },
    ];

    private static IReadOnlyList<Message> Read(List<HistoryMessage> said, DateTimeOffset until) => Talk.Rooted([.. said.Where(message => message.At < until).Select(Read)]);

    private static Message Read(HistoryMessage said) => new()
    {
        Source = new SourceRef.Slack(said.Channel.Id, said.Ts),
        Place = said.Channel.Id,
        Author = new(said.Author.Id, said.Author.Name, said.Author.Title, said.Author.IsApp),
        At = said.At,
        Text = Plain.Text(WireText.Plain(said.Text)),
        Thread = said.ThreadTs,
    };
}
