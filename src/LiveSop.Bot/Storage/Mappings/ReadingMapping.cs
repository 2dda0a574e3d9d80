using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class ReadingMapping : IEntityTypeConfiguration<ReadingRow>
{
    public void Configure(EntityTypeBuilder<ReadingRow> builder)
    {
        builder.ToTable("readings", table =>
        {
            table.HasOnly<ReadingKind>("kind");
            table.HasOnly<ReadingState>("state");
        });
        builder.HasKey(row => new { row.WorkspaceId, row.ChannelId, row.ReadingId });
        builder.Property(row => row.Soundings).HasColumnType("jsonb");
    }
}
