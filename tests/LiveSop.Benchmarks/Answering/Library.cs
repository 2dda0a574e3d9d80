using LiveSop.Benchmarks.Recalling;
using LiveSop.Bot.Audience;
using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Memory;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Benchmarks.Answering;

/// <summary>Fills the bot's tables: procedures in force whose matches people have taken up, their cases, what was said beside them, and incidents of the past.</summary>
internal sealed class Library(DatabaseSource tables, WorkspaceId workspace, IReadOnlyList<ChannelId> channels, Helpdesk desk)
{
    private const int CasesOfKind = 25;
    private const int ConfirmedOfKind = 5;

    private static readonly UserId somebody = new("USOMEBODY");
    private static readonly string[] steps = ["Ask for the account", "Restart the worker", "Confirm that it works"];

    private readonly DateTimeOffset since = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddDays(-30).ToUnixTimeSeconds());
    private int told;

    public async Task FillAsync(int kinds, int incidents)
    {
        var talk = new MadeTalk(1);
        await BenchMemory.RememberAsync(tables.Database, workspace, Enumerable.Range(0, incidents).Select(number => talk.Next(number, channels[number % channels.Count], desk.Request(number % kinds))));
        if (incidents > MakeVectorIndexes.MostCompared) await MakeVectorIndexes.MakeAsync(tables.Owner, workspace, Embedder.Model, CancellationToken.None);
        await using var unit = await tables.Database.BeginAsync(new Scope.Miner(workspace), CancellationToken.None);
        for (var kind = 0; kind < kinds; kind++) Put(unit.Db, kind);
        for (var i = 0; i < kinds * CasesOfKind; i++) Say(unit.Db, desk.Unrelated());
        await unit.Db.SaveChangesAsync(CancellationToken.None);
        await unit.CommitAsync(CancellationToken.None);
    }

    private void Put(LiveSopDb db, int kind)
    {
        var sop = new SopId(Guid.CreateVersion7(since));
        db.Add(new SopRow { WorkspaceId = workspace, SopId = sop, Number = kind + 1, SpaceId = Spaces.Default(workspace), Title = Helpdesk.Title(kind), State = SopState.Published, Version = 1, Audience = SopAudience.Workspace, CreatedAt = since, UpdatedAt = since });
        db.Add(new SopVersionRow { WorkspaceId = workspace, SopId = sop, Version = 1, Body = ProcedureFormat.Write(Body(kind)), ApprovedBy = somebody, ApprovedAt = since, DraftId = new(Guid.CreateVersion7(since)) });
        for (var i = 0; i < CasesOfKind; i++)
        {
            var (channel, ts, at) = Say(db, desk.Request(kind));
            db.Add(new SopCaseRow { WorkspaceId = workspace, SopId = sop, CaseId = $"{channel}:{ts}", Place = EvidencePlace.Of(channel), OpenedAt = at, ClosedAt = at.AddMinutes(22), Trace = ["s1", "s2", "s3"] });
            if (i < ConfirmedOfKind)
                db.Add(new MatchRow { WorkspaceId = workspace, ChannelId = channel, Ts = ts, RequesterId = somebody, AskedAt = at, State = MatchState.Started, SopId = sop, Confidence = 0.99, Verdict = Verdict.Confirmed, VerdictBy = somebody, VerdictAt = at });
        }
    }

    private static Procedure Body(int kind) => new(Helpdesk.Title(kind), "Somebody asks for it.", [.. steps.Select((step, i) => new ProcedureStep($"s{i + 1}", step, new Support(CasesOfKind, CasesOfKind)))],
        new StepFlow.InOrder([.. steps.Select((_, i) => new StepFlow.Do($"s{i + 1}"))]), steps.Length + 1)
    { Cases = CasesOfKind, MedianSeconds = 41 * 60 };

    private (ChannelId Channel, MessageTs Ts, DateTimeOffset At) Say(LiveSopDb db, string text)
    {
        var (channel, at) = (channels[told % channels.Count], since.AddMinutes(told++));
        var ts = new MessageTs($"{at.ToUnixTimeSeconds()}.000100");
        db.Add(new MessageRow { WorkspaceId = workspace, ChannelId = channel, Ts = ts, AuthorId = somebody, PostedAt = at, Text = text });
        return (channel, ts, at);
    }
}
