using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World.Matching;

/// <summary>
/// A world in which two procedures are in force, each with many solved cases of last week in one channel, and talk beside them: SOP 1 about exports that hang, SOP 2 about
/// password mails. Bo solved them all. What people said of matches before is given.
/// </summary>
internal static class Teaching
{
    public const int Cases = 130;

    private static readonly string[] exports =
    [
        "the export of our report hangs at 90 percent", "my csv export has been running for two hours", "export stuck again, nothing comes out", "the nightly export never finishes",
        "cannot export the invoices, it keeps spinning", "exporting the contact list does not end", "the scheduled export of orders is stuck", "export job still pending since this morning",
    ];

    private static readonly string[] passwords =
    [
        "user cannot log in, password reset mail never arrives", "please help, the password reset mail does not come", "the reset link in the mail is expired", "no reset mail after asking for a new password",
        "password mail goes to spam or nowhere", "no mail comes when they ask for a new password", "login fails, he forgot his password and gets no mail", "password reset does not send any mail",
    ];

    private static readonly string[] chatter =
    [
        "lunch at noon anyone", "happy birthday to our dear colleague", "the office is closed on friday", "who has the key to the bicycle shed", "great game last night", "new coffee machine is here",
        "please fill in the survey by monday", "our new colleague starts tomorrow", "train is late, joining in ten minutes", "the fire drill is at three", "who left the window open", "cake in the kitchen",
    ];

    /// <param name="place">Where the cases were solved, and where the bot is now.</param>
    /// <param name="confirmed">How many matches of each procedure people have taken up so far; enough of them, and it is shown to everybody.</param>
    public static async Task<World> TaughtAsync(string place = "general", int confirmed = 5)
    {
        var world = await World.StartAsync();
        await world.InviteAsync(world.Person("ada"), place);
        await world.RestAsync();
        await world.TeachAsync(place, confirmed);
        return world;
    }

    public static async Task TeachAsync(this World world, string place, int confirmed = 5)
    {
        var workspace = new WorkspaceId(world.Workspace.Id);
        var school = new Classroom(world, workspace, new(world.Workspace.Conversation(place).Id), TimeProvider.System.GetUtcNow().AddDays(-7));
        await world.Database.DoAsync(new Scope.Miner(workspace), async unit =>
        {
            await Spaces.EnsureDefaultAsync(unit, workspace, DateTimeOffset.UnixEpoch, CancellationToken.None);
            school.Add(unit.Db, 1, "Restart a stuck export", exports, ["Ask for the id of the export", "Restart the export worker", "Confirm that the file arrives"], confirmed);
            school.Add(unit.Db, 2, "Send a password mail again", passwords, ["Ask for the mail address", "Take the address off the block list", "Send a new reset mail"], confirmed);
            school.Chat(unit.Db, chatter);
        });
        var before = world.Services.Recognisers.Find(workspace)?.Stamp;
        await world.Slack.UntilAsync(() => world.Services.Recognisers.Find(workspace) is { Spaces.Count: > 0 } lore && lore.Stamp != before);
    }

    public static Task<MatchRow?> MatchAsync(this World world, string ts) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => FindAsync(db, ts));

    private static async Task<MatchRow?> FindAsync(LiveSopDb db, string ts) => await Task.FromResult(db.Matches.AsEnumerable().FirstOrDefault(one => one.Ts.Value == ts));

    /// <summary>What a person sees of the bot in a thread.</summary>
    public static IReadOnlyList<SeenMessage> Cards(this World world, Person who, string place, string thread) =>
        [.. world.Workspace.Visible(who, place).Thread(thread).Where(message => message.User == world.App.Bot.Id)];

    /// <summary>What the bot tells them alone, in that thread or beside it.</summary>
    public static IReadOnlyList<string> Whispers(this World world, Person who, string place, string thread) =>
        [.. world.Workspace.Visible(who, place).Thread(thread).Concat(world.Said(who, place)).Where(message => message.IsEphemeral).Select(message => message.Blocks?.GetRawText() ?? "")];

    private sealed record Classroom(World World, WorkspaceId Workspace, ChannelId Channel, DateTimeOffset Since)
    {
        private int told;

        public void Add(LiveSopDb db, int number, string title, string[] requests, string[] steps, int confirmed)
        {
            var sop = new SopId(Guid.CreateVersion7(Since));
            db.Add(new SopRow { WorkspaceId = Workspace, SopId = sop, Number = number, SpaceId = Spaces.Default(Workspace), Title = title, State = SopState.Published, Version = 1, Audience = SopAudience.Sources, CreatedAt = Since, UpdatedAt = TimeProvider.System.GetUtcNow() });
            db.Add(new SopSourceRow { WorkspaceId = Workspace, SopId = sop, Place = EvidencePlace.Of(Channel) });
            var procedure = new Procedure(title, $"Somebody writes: {requests[0]}.", [.. steps.Select((step, i) => new ProcedureStep($"s{i + 1}", step, new Support(Cases, Cases)))],
                new StepFlow.InOrder([.. steps.Select((_, i) => new StepFlow.Do($"s{i + 1}"))]), steps.Length + 1);
            procedure = procedure with { Cases = Cases, MedianSeconds = 41 * 60, LastSeen = DateOnly.FromDateTime(Since.UtcDateTime) };
            db.Add(new SopVersionRow { WorkspaceId = Workspace, SopId = sop, Version = 1, Body = ProcedureFormat.Write(procedure), ApprovedBy = new(World.Person("ada").Id), ApprovedAt = Since, DraftId = new(Guid.CreateVersion7(Since)) });
            for (var i = 0; i < Cases; i++) Solve(db, sop, $"{requests[i % requests.Length]}{(i >= requests.Length ? $" at customer {i}" : "")}", steps, i);
            for (var i = 0; i < confirmed; i++)
                db.Add(new MatchRow { WorkspaceId = Workspace, ChannelId = Channel, Ts = Next().Ts, RequesterId = new(World.Person("ada").Id), AskedAt = Since, State = MatchState.Started, SopId = sop, Confidence = 0.99, Verdict = Verdict.Confirmed, VerdictBy = new(World.Person("bo").Id), VerdictAt = Since });
        }

        public void Chat(LiveSopDb db, string[] talk)
        {
            for (var i = 0; i < Cases; i++) Say(db, "ada", $"{talk[i % talk.Length]}{(i >= talk.Length ? $" {i}" : "")}", null);
        }

        private void Solve(LiveSopDb db, SopId sop, string request, string[] steps, int number)
        {
            var root = Say(db, "ada", request, null);
            for (var i = 0; i < steps.Length; i++)
            {
                var shown = Say(db, "bo", $"{steps[i]}, done for case {number}", root);
                db.Add(new EvidenceRow { WorkspaceId = Workspace, SopId = sop, StepId = $"s{i + 1}", Place = EvidencePlace.Of(Channel), Ts = shown.Value, CaseId = $"{Channel}:{root}" });
            }
            db.Add(new SopCaseRow { WorkspaceId = Workspace, SopId = sop, CaseId = $"{Channel}:{root}", Place = EvidencePlace.Of(Channel), OpenedAt = root.At, ClosedAt = root.At.AddMinutes(22), Trace = ["s1", "s2", "s3"] });
        }

        private MessageTs Say(LiveSopDb db, string who, string text, MessageTs? thread)
        {
            var (ts, at) = Next();
            db.Add(new MessageRow { WorkspaceId = Workspace, ChannelId = Channel, Ts = ts, ThreadTs = thread, AuthorId = new(World.Person(who).Id), PostedAt = at, Text = text });
            return ts;
        }

        private (MessageTs Ts, DateTimeOffset At) Next()
        {
            var at = Since.AddSeconds(10 * told++);
            return (new($"{at.ToUnixTimeSeconds()}.000100"), DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()));
        }
    }
}
