using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>A procedure for each channel of <see cref="Company"/>, named after it, with a row in every table; one space, in which Ann is an editor.</summary>
internal static class CompanySops
{
    private static readonly SpaceId space = new(new Guid(0x5ace0000, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    public static void Add(LiveSopDb db, WorkspaceId workspace)
    {
        db.Add(new SpaceRow { WorkspaceId = workspace, SpaceId = space, Name = "Support", IsDefault = true, CreatedAt = Noon });
        db.Add(new SpaceRoleRow { WorkspaceId = workspace, SpaceId = space, UserId = Ann, Role = Role.Editor, GrantedBy = Ann, GrantedAt = Noon });
        db.Add(new PreferenceRow { WorkspaceId = workspace, UserId = Ann, WantsDigest = true });
        db.Add(new ImportRow { WorkspaceId = workspace, ImportId = Guid.CreateVersion7(Noon), UserId = Ann, Name = "log.csv", State = ImportState.Offered, Columns = "{}", CreatedAt = Noon });
        foreach (var (channel, number) in new[] { Open, Closed, Direct }.Select((channel, index) => (channel, index + 1)))
        {
            db.Add(new SpaceChannelRow { WorkspaceId = workspace, ChannelId = channel, SpaceId = space });
            AddSop(db, workspace, channel, number);
        }
    }

    private static void AddSop(LiveSopDb db, WorkspaceId workspace, ChannelId channel, int number)
    {
        var (sop, draft, place) = (new SopId(Guid.CreateVersion7(Noon)), new DraftId(Guid.CreateVersion7(Noon)), EvidencePlace.Of(channel));
        db.Add(new SopRow { WorkspaceId = workspace, SopId = sop, Number = number, SpaceId = space, Title = channel.Value, State = SopState.Published, Version = 1, Audience = SopAudience.Sources, CreatedAt = Noon, UpdatedAt = Noon });
        db.Add(new SopSourceRow { WorkspaceId = workspace, SopId = sop, Place = place });
        db.Add(new SopVersionRow { WorkspaceId = workspace, SopId = sop, Version = 1, Body = "{}", Why = channel.Value, ApprovedBy = Ann, ApprovedAt = Noon, DraftId = draft });
        db.Add(new DraftRow { WorkspaceId = workspace, DraftId = draft, SopId = sop, Kind = DraftKind.Mined, State = DraftState.Approved, Revision = 1, Body = "{}", Reason = channel.Value, CreatedAt = Noon });
        db.Add(new EditRow { WorkspaceId = workspace, DraftId = draft, UserId = Ann, BaseRevision = 1, Base = "{}", Body = "{}", UpdatedAt = Noon });
        db.Add(new ReviewCardRow { WorkspaceId = workspace, Key = $"review:{channel}", DraftId = draft, UserId = Ann });
        db.Add(new EvidenceRow { WorkspaceId = workspace, SopId = sop, StepId = "s1", Place = place, Ts = "1700000000.000100", CaseId = $"{channel}:1700000000.000100" });
        db.Add(new SopCaseRow { WorkspaceId = workspace, SopId = sop, CaseId = $"{channel}:1700000000.000100", Place = place, OpenedAt = Noon, ClosedAt = Noon, Trace = ["s1"] });
    }
}
