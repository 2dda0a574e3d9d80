using LiveSop.Bot.Commands;
using LiveSop.Bot.Commands.Checkup;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Versions;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.Screen;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Tests;

namespace LiveSop.Bot.Tests.Commands;

/// <summary>What the commands answer, as somebody reads it.</summary>
public sealed class CommandCardTests
{
    private static readonly WorkspaceId workspace = new("T1");
    private static readonly DateTimeOffset now = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);
    private static readonly UserId alice = new("U1"), bob = new("U2");

    [Fact]
    public void help() => Matches(HelpCard.Render(new UserId("U0BOT"), [new ChannelId("C1"), new ChannelId("C2")]), "help.verified");

    [Fact]
    public void list() => Matches(ListSops.Render([Sop(1, "Reset a password", 3), Sop(4, "Refund an *order*", 1), Sop(7, "Restart the ingest worker"), Sop(8, "Move a tenant <!channel>")], new HashSet<SopId> { Id(1), Id(7) }), "list.verified");

    [Fact]
    public void history() => Matches(HistoryCard.Message(new(Sop(1, "Reset a password", 3), [Version(3, "1 step reworded", "shorter"), Version(2, "1 step added, 1 step moved", null), Version(1, null, "as we do it")],
        [Draft(DraftKind.Revision, DraftState.Waiting)], [Draft(DraftKind.Edited, DraftState.Rejected, "We do not work like this: <!here>"), Draft(DraftKind.Restored, DraftState.Withdrawn)]), mayRestore: true), "history.verified");

    [Fact]
    public void diff()
    {
        var before = Procedure("Reset a password", ("s1", "Ask for the address"), ("s2", "Remove the block"), ("s3", "Send a new mail"), ("s4", "Ask whether it works"));
        var after = Procedure("Reset a password", ("s1", "Ask for the mail address"), ("s3", "Send a new mail"), ("s2", "Remove the block"), ("s5", "Tell the account manager"));
        Matches(DiffCard.Message(new VersionDiff.Found(Sop(1, "Reset a password", 2), 1, 2, Changes.Between(before, after))), "diff.verified");
    }

    [Fact]
    public void doctor() => Matches(CheckupCard.Render(new(
        [new(new("C1"), Reading(ReadingState.Done)), new(new("C2"), Reading(ReadingState.BrokenOff))], 2, ["Product *beta*"],
        [new(1, now.AddDays(-9), [alice], []), new(null, now, [], [bob])], new(1, 2, 0), 3, now)), "doctor.verified");

    [Fact]
    public void a_doctor_that_finds_nothing_says_so() =>
        CheckupCard.Render(new([new(new("C1"), Reading(ReadingState.Done))], 0, [], [new(1, now.AddDays(-6), [alice], [])], new(0, 0, 0), 0, now)).Text.Text.Should().Contain("Nothing is lacking");

    [Theory]
    [InlineData(500)]
    public void many_versions_and_procedures_fit_into_one_message(int many)
    {
        HistoryCard.Message(new(Sop(1, new string('x', 150), many), [.. Enumerable.Range(1, many).Select(version => Version(version, "1 step added", new string('y', 300)))], [], []), mayRestore: true).Blocks.Should().HaveCountLessThanOrEqualTo(SlackMessage.MostBlocks);
        ListSops.Render([.. Enumerable.Range(1, many).Select(number => Sop(number, new string('x', 150), 1))], new HashSet<SopId>()).Blocks.Should().HaveCountLessThanOrEqualTo(SlackMessage.MostBlocks);
    }

    private static void Matches(SlackMessage message, string name) => Snapshot.Matches(Shots.OfBlocks(message.BlocksJson(), 100), name);

    private static SopId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static SopRow Sop(int number, string title, int? version = null) => new()
    {
        WorkspaceId = workspace,
        SopId = Id(number),
        Number = number,
        SpaceId = new(Guid.Empty),
        Title = title,
        State = version is null ? SopState.Draft : SopState.Published,
        Version = version,
        Audience = SopAudience.Sources,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private static SopVersionRow Version(int version, string? summary, string? why) => new()
    {
        WorkspaceId = workspace,
        SopId = Id(1),
        Version = version,
        Body = "{}",
        Summary = summary,
        Why = why,
        ApprovedBy = alice,
        ApprovedAt = now.AddDays(version - 30),
        DraftId = new(Guid.Empty),
    };

    private static DraftRow Draft(DraftKind kind, DraftState state, string? why = null) => new()
    {
        WorkspaceId = workspace,
        DraftId = new(Guid.Empty),
        SopId = Id(1),
        Kind = kind,
        State = state,
        Revision = 1,
        Body = "{}",
        CreatedAt = now.AddDays(-3),
        DecidedBy = why is null ? null : bob,
        DecidedAt = why is null ? null : now.AddDays(-2),
        DecidedWhy = why,
    };

    private static ReadingRow Reading(ReadingState state) => new()
    {
        WorkspaceId = workspace,
        ChannelId = new("C1"),
        ReadingId = Guid.Empty,
        Kind = ReadingKind.Backfill,
        State = state,
        StateReason = state == ReadingState.BrokenOff ? "the channel was made private" : null,
        BegunAt = now.AddDays(-20),
        BackTo = now.AddDays(-380),
        Messages = 1200,
        Replies = 345,
    };

    private static Procedure Procedure(string title, params (string Id, string Title)[] steps) => new(
        title, "When a reset mail does not arrive.", [.. steps.Select(step => new ProcedureStep(step.Id, step.Title, new Support(6, 6)))], new StepFlow.InOrder([.. steps.Select(step => new StepFlow.Do(step.Id))]), 6);
}
