using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage.Mappings;
using LiveSop.Bot.Storage.Mappings.Runs;
using LiveSop.Bot.Storage.Mappings.Sops;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Storage.Vectors;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Storage;

/// <summary>
/// The tables. Taken from a <see cref="UnitOfWork"/>: outside its transaction every table is empty.
/// The full-text columns <c>search</c> and <c>words</c> are not mapped, or each insert would read them back; SQL searches them.
/// </summary>
internal sealed class LiveSopDb(DbContextOptions<LiveSopDb> options) : DbContext(options)
{
    public DbSet<WorkspaceRow> Workspaces => Set<WorkspaceRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<ChannelRow> Channels => Set<ChannelRow>();

    public DbSet<ChannelMemberRow> ChannelMembers => Set<ChannelMemberRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<ThreadToReadRow> ThreadsToRead => Set<ThreadToReadRow>();

    public DbSet<SpaceRow> Spaces => Set<SpaceRow>();

    public DbSet<SpaceChannelRow> SpaceChannels => Set<SpaceChannelRow>();

    public DbSet<SpaceRoleRow> SpaceRoles => Set<SpaceRoleRow>();

    public DbSet<SopRow> Sops => Set<SopRow>();

    public DbSet<SopSourceRow> SopSources => Set<SopSourceRow>();

    public DbSet<SopVersionRow> SopVersions => Set<SopVersionRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<EditRow> Edits => Set<EditRow>();

    public DbSet<ReviewCardRow> ReviewCards => Set<ReviewCardRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<SopCaseRow> SopCases => Set<SopCaseRow>();

    public DbSet<PreferenceRow> Preferences => Set<PreferenceRow>();

    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<MatchRow> Matches => Set<MatchRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    public DbSet<IncidentVectorRow> IncidentVectors => Set<IncidentVectorRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<QueueRow> WorkQueue => Set<QueueRow>();

    /// <summary>One way to speak to PostgreSQL for work, migrations and design time.</summary>
    public static DbContextOptions<LiveSopDb> Options(Action<DbContextOptionsBuilder<LiveSopDb>> connect)
    {
        var builder = new DbContextOptionsBuilder<LiveSopDb>().UseHalfVectors();
        connect(builder);
        return builder.Options;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        // Ids and states are bytes to be told apart, not words of some language: "C" compares them so on every server.
        configuration.Properties<WorkspaceId>().HaveConversion<WorkspaceIdText>().UseCollation("C");
        configuration.Properties<ChannelId>().HaveConversion<ChannelIdText>().UseCollation("C");
        configuration.Properties<UserId>().HaveConversion<UserIdText>().UseCollation("C");
        configuration.Properties<MessageTs>().HaveConversion<MessageTsText>().UseCollation("C");
        configuration.Properties<EvidencePlace>().HaveConversion<EvidencePlaceText>().UseCollation("C");
        configuration.Properties<SpaceId>().HaveConversion<SpaceIdGuid>();
        configuration.Properties<SopId>().HaveConversion<SopIdGuid>();
        configuration.Properties<DraftId>().HaveConversion<DraftIdGuid>();
        configuration.Properties<WorkspaceState>().HaveConversion<EnumText<WorkspaceState>>().UseCollation("C");
        configuration.Properties<Standing>().HaveConversion<EnumText<Standing>>().UseCollation("C");
        configuration.Properties<ChannelKind>().HaveConversion<EnumText<ChannelKind>>().UseCollation("C");
        configuration.Properties<ReadingKind>().HaveConversion<EnumText<ReadingKind>>().UseCollation("C");
        configuration.Properties<ReadingState>().HaveConversion<EnumText<ReadingState>>().UseCollation("C");
        configuration.Properties<Role>().HaveConversion<EnumText<Role>>().UseCollation("C");
        configuration.Properties<SopState>().HaveConversion<EnumText<SopState>>().UseCollation("C");
        configuration.Properties<SopAudience>().HaveConversion<EnumText<SopAudience>>().UseCollation("C");
        configuration.Properties<DraftKind>().HaveConversion<EnumText<DraftKind>>().UseCollation("C");
        configuration.Properties<DraftState>().HaveConversion<EnumText<DraftState>>().UseCollation("C");
        configuration.Properties<ImportState>().HaveConversion<EnumText<ImportState>>().UseCollation("C");
        configuration.Properties<MatchState>().HaveConversion<EnumText<MatchState>>().UseCollation("C");
        configuration.Properties<Verdict>().HaveConversion<EnumText<Verdict>>().UseCollation("C");
        configuration.Properties<EffectState>().HaveConversion<EnumText<EffectState>>().UseCollation("C");
        configuration.Properties<JobState>().HaveConversion<EnumText<JobState>>().UseCollation("C");
        configuration.Properties<Outcome>().HaveConversion<EnumText<Outcome>>().UseCollation("C");
        configuration.Properties<QueueKind>().HaveConversion<EnumText<QueueKind>>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasPostgresExtension("vector");
        model.ApplyConfiguration(new WorkspaceMapping());
        model.ApplyConfiguration(new PersonMapping());
        model.ApplyConfiguration(new ChannelMapping());
        model.ApplyConfiguration(new ChannelMemberMapping());
        model.ApplyConfiguration(new MessageMapping());
        model.ApplyConfiguration(new ReadingMapping());
        model.ApplyConfiguration(new ThreadToReadMapping());
        model.ApplyConfiguration(new SpaceMapping());
        model.ApplyConfiguration(new SpaceChannelMapping());
        model.ApplyConfiguration(new SpaceRoleMapping());
        model.ApplyConfiguration(new SopMapping());
        model.ApplyConfiguration(new SopSourceMapping());
        model.ApplyConfiguration(new SopVersionMapping());
        model.ApplyConfiguration(new DraftMapping());
        model.ApplyConfiguration(new EditMapping());
        model.ApplyConfiguration(new ReviewCardMapping());
        model.ApplyConfiguration(new EvidenceMapping());
        model.ApplyConfiguration(new SopCaseMapping());
        model.ApplyConfiguration(new PreferenceMapping());
        model.ApplyConfiguration(new ImportMapping());
        model.ApplyConfiguration(new MatchMapping());
        model.ApplyConfiguration(new RunMapping());
        model.ApplyConfiguration(new IncidentMapping());
        model.ApplyConfiguration(new IncidentVectorMapping());
        model.ApplyConfiguration(new InboxMapping());
        model.ApplyConfiguration(new OutboxMapping());
        model.ApplyConfiguration(new JobMapping());
        model.ApplyConfiguration(new QueueMapping());
        SnakeCase.Name(model);
    }
}
