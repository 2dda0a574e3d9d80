using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class CaptureMapping : IEntityTypeConfiguration<CaptureRow>
{
    public void Configure(EntityTypeBuilder<CaptureRow> builder)
    {
        builder.ToTable("captures");
        builder.HasKey(row => new { row.WorkspaceId, row.CaptureId });
        builder.HasIndex(row => new { row.WorkspaceId, row.ChannelId, row.ThreadTs }).IsUnique();
        builder.Property(row => row.Procedure).HasColumnType("jsonb");
    }
}
