using LiveSop.Bot.Storage.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Runs;

internal sealed class RunMapping : IEntityTypeConfiguration<RunRow>
{
    public void Configure(EntityTypeBuilder<RunRow> builder)
    {
        builder.ToTable("runs");
        builder.HasKey(row => new { row.WorkspaceId, row.RunId });
        builder.Property(row => row.Body).HasColumnType("jsonb");
        builder.HasIndex(row => new { row.WorkspaceId, row.ChannelId, row.Ts });
    }
}
