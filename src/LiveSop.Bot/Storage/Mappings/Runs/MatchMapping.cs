using LiveSop.Bot.Storage.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Runs;

internal sealed class MatchMapping : IEntityTypeConfiguration<MatchRow>
{
    public void Configure(EntityTypeBuilder<MatchRow> builder)
    {
        builder.ToTable("matches", table =>
        {
            table.HasOnly<MatchState>("state");
            table.HasOnly<Verdict>("verdict");
        });
        builder.HasKey(row => new { row.WorkspaceId, row.ChannelId, row.Ts });
        builder.HasIndex(row => new { row.WorkspaceId, row.DueAt }).HasFilter("due_at IS NOT NULL");
        builder.HasIndex(row => new { row.WorkspaceId, row.ChannelId, row.ShownAt });
        builder.HasIndex(row => new { row.WorkspaceId, row.SopId, row.VerdictAt });
    }
}
