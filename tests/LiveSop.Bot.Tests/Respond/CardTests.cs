using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Respond.Runs;
using LiveSop.Bot.Respond.Unanswered;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.Screen;
using LiveSop.Domain.Matching;
using LiveSop.Domain.Running;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Tests;

namespace LiveSop.Bot.Tests.Respond;

/// <summary>What stands in a thread, as somebody reads it.</summary>
public sealed class CardTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);
    private static readonly UserId alice = new("U1"), bob = new("U2");
    private static readonly SopRow sop = Sop(12, "Restart a stuck *export* <!here>"), other = Sop(15, "Send a password mail again");

    private static readonly Procedure procedure = new Procedure("Restart a stuck export", "A customer's export hangs.",
        [Step("s1", "Ask for the id of the export"), Step("s2", "Restart the export worker") with { Owner = "Platform" }, Step("s3", "File an issue <@U9>"), Step("s4", "Delete the *old* run"), Step("s5", "Confirm that the file arrives"), Step("s6", "Thank them") with { Optional = true }],
        new StepFlow.InOrder(
        [
            new StepFlow.Do("s1"), new StepFlow.OneOf([new Branch("it was stuck before", new StepFlow.Do("s3")), new Branch("it is the first time", new StepFlow.InOrder([new StepFlow.Do("s2"), new StepFlow.Do("s4")]))]), new StepFlow.Do("s5"), new StepFlow.Do("s6"),
        ]), 7)
    { Cases = 57, MedianSeconds = 41 * 60 };

    [Fact]
    public void match() => Matches(MatchCard.Render(Match()), "match.verified");

    [Fact]
    public void whisper() => Matches(MatchCard.Whisper(Match() with { Next = new(other, procedure, null), Confidence = 0.74 }, WhisperReason.Unsure), "whisper.verified");

    [Fact]
    public void snoozed() => Matches(MatchCard.Snoozed(Match(), alice, now.AddHours(1)), "snoozed.verified");

    [Fact]
    public void why() => Matches(WhyCard.Render(new(new(sop, procedure, null), 0.97, 0.8, ["export", "hangs", "<!channel>"], nameof(WhisperReason.Untried), Match().Past)), "why.verified");

    [Fact]
    public void why_silent() => Matches(WhyCard.Render(new(null, 0.2, double.PositiveInfinity, [], nameof(SilenceReason.NothingAlike), [])), "why-silent.verified");

    [Fact]
    public void run() => Matches(RunCard.Render(View(Begun(alice).Check(procedure, "s1", bob.Value, now))), "run.verified");

    [Fact]
    public void run_further() => Matches(RunCard.Render(View(Done(Done(Done(Begun(alice).Check(procedure, "s1", bob.Value, now)).Choose(procedure, "0.1", 1, alice.Value, now)).Check(procedure, "s2", bob.Value, now, "C1:1.2")).Skip(procedure, "s4", alice.Value, now))), "run-further.verified");

    [Fact]
    public void run_over() => Matches(RunCard.Render(View(Begun(alice).Finish(bob.Value, now.AddMinutes(22), Outcome.Solved))), "run-over.verified");

    [Fact]
    public void unanswered() => Matches(UnansweredCard.Render(
        [new(new(new("C1"), new("1.2")), alice, now.AddMinutes(-31), "the printer <!here> prints *nothing*", null, null), new(new(new("C2"), new("1.3")), bob, now.AddMinutes(-95), "the export hangs", Link("the export hangs"), new(sop, procedure, null))], now), "unanswered.verified");

    [Fact]
    public void a_match_is_at_most_six_lines() => MatchCard.Render(Match()).Blocks.Should().HaveCountLessThanOrEqualTo(6);

    [Fact]
    public void a_procedure_of_many_steps_fits_into_one_message()
    {
        var steps = Enumerable.Range(1, Procedure.MostSteps).Select(number => Step($"s{number}", new string('x', ProcedureStep.LongestTitle))).ToList();
        var long_ = new Procedure("Long", "Often", steps, new StepFlow.AnyOrder([.. steps.Select(step => new StepFlow.Do(step.Id))]), steps.Count + 1);

        RunCard.Render(new(Row(Begun(alice)), Begun(alice), sop, long_)).Blocks.Should().HaveCountLessThanOrEqualTo(SlackMessage.MostBlocks);
    }

    private static MatchView Match() => new(new(new("C1"), new("1700000000.000100")), new Shelved(sop, procedure, null), null, 0.97,
        [new(Link("“the nightly *export* hangs”"), Mrkdwn.Of($"solved in 22 min")), new(Link("“report does not finish”"), Mrkdwn.Of($"never said to be solved"))]);

    private static WebLink Link(string label) => new(new Uri("https://acme.slack.com/archives/C1/p1700000000000100"), label);

    private static RunView View(RunChange change) => new(Row(Done(change)), Done(change), sop, procedure);

    private static Run Done(RunChange change) => ((RunChange.Changed)change).Run;

    private static Run Begun(UserId by) => new(now, by.Value);

    private static ProcedureStep Step(string id, string title) => new(id, title, new Support(50, 57));

    private static RunRow Row(Run run) => new()
    {
        WorkspaceId = new("T1"),
        RunId = Guid.Empty,
        ChannelId = new("C1"),
        Ts = new("1700000000.000100"),
        SopId = sop.SopId,
        Version = 1,
        OwnerId = new(run.Owner),
        OpenedAt = now,
        StartedAt = now,
        Body = RunFormat.Write(run),
    };

    private static SopRow Sop(int number, string title) => new()
    {
        WorkspaceId = new("T1"),
        SopId = new(new Guid(number, 0, 0, new byte[8])),
        Number = number,
        SpaceId = new(Guid.Empty),
        Title = title,
        State = SopState.Published,
        Version = 1,
        Audience = SopAudience.Sources,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private static void Matches(SlackMessage message, string name) => Snapshot.Matches(Shots.OfBlocks(message.BlocksJson(), 100), name);
}
