using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Watching;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Drift;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Workspace.Export;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Stories;

namespace LiveSop.Benchmarks.Drifting;

/// <summary>The invented company's two weeks, looked at each night as the bot does, without its database: what is proposed, and whether it is so.</summary>
/// <param name="Early">Something was proposed before the team had changed anything.</param>
/// <param name="Cases">Solved in the new way until the first proposal; null where none came.</param>
/// <param name="Right">Of the first proposal's reasons after the change, how many tell of it.</param>
internal sealed record Weeks(bool Early, int? Cases, int Right, int Reasons, string Said)
{
    public static readonly DateTime Monday = Timeline.Start.AddDays(7 * 19);

    public static Weeks Live(int seed, NewWay way, IReadOnlyList<Story> stories)
    {
        var history = CompanyHistory.Generate(seed, stories: stories);
        var weeks = Fortnight.Generate(seed, Monday, way, stories);
        List<HistoryMessage> said = [.. history.Messages.Concat(weeks.Messages).Where(message => !message.IsNote && message.Channel.Kind == LiveSop.Workspace.Company.ChannelKind.Public)];
        var gold = said.ToDictionary(message => message.Key, message => message.Activities, StringComparer.Ordinal);
        var approved = new DateTimeOffset(Monday.AddHours(-40), TimeSpan.Zero);
        var known = Found(said, approved).MaxBy(found => found.Sop.Cases.Count(id => history.Cases.Any(one => one.Key == id && one.Story.Kind == way.Before.Kind)))!;
        var (procedure, evidence) = (MinedProcedure.Of(known), Evidence(known));
        var early = false;
        for (var day = 4; day <= 15; day++)
        {
            if (day is 5 or 6) continue;
            var night = new DateTimeOffset(Monday.AddDays(day).AddHours(26.5), TimeSpan.Zero);
            var found = Found(said, night).MaxBy(one => one.Sop.Cases.Intersect(known.Sop.Cases).Count())!;
            var talks = new Talks(Read(said, night)).Of(found).Where(talk => night - talk.Messages[^1].At >= WatchSop.QuietWhenSolved).ToList();
            if (Watched.Of(procedure, evidence, talks, DateTimeOffset.MinValue, approved) is not { } watched) continue;
            if (Environment.GetEnvironmentVariable("WEEKS") is not null && day == 15) Tell(watched, gold);
            if (watched.Look([]) is not DriftState.Shifted { Revision.Reasons: var reasons }) continue;
            if (day < 7)
            {
                early = true;
                continue;
            }
            var changed = new DateTimeOffset(Monday.AddDays(7), TimeSpan.Zero);
            var text = string.Join(' ', reasons.Select(reason => RevisionText.Sentence(reason, procedure, watched.Match.Others)));
            return new(early, watched.Since.Count(one => one.OpenedAt >= changed), reasons.Count(reason => IsRight(reason, way, watched, gold)), reasons.Count, text);
        }
        return new(early, null, 0, 0, "");
    }

    private static void Tell(Watched watched, Dictionary<string, IReadOnlyList<string>> gold)
    {
        foreach (var (index, step) in watched.Mined.Sop.Steps.Index())
        {
            var number = watched.Match.Number(index);
            int In(IReadOnlyList<SolvedCase> cases) => cases.Count(one => one.Steps.Contains(index));
            var most = step.Evidence.SelectMany(source => gold.GetValueOrDefault(source.ToString()!, [])).CountBy(name => name).OrderByDescending(name => name.Value).Take(3);
            System.IO.File.AppendAllText("/tmp/weeks.txt", $"   {index} -> {(number < watched.Procedure.Steps.Count ? watched.Procedure.Steps[number].Title : "+")} | {step.Title} | before {In(watched.Before)} of {watched.Before.Count}, since {In(watched.Since)} of {watched.Since.Count} | {string.Join(", ", most)} of {step.Evidence.Count}\n");
        }
        foreach (var step in watched.Procedure.Steps.Where(step => !Enumerable.Range(0, watched.Mined.Sop.Steps.Count).Any(i => watched.Match.Number(i) is var n && n < watched.Procedure.Steps.Count && watched.Procedure.Steps[n] == step)))
            System.IO.File.AppendAllText("/tmp/weeks.txt", $"   UNMATCHED {step.Title} {step.Support}\n");
        foreach (var count in watched.Look([]).Counts.Take(6)) System.IO.File.AppendAllText("/tmp/weeks.txt", $"   {count}\n");
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
