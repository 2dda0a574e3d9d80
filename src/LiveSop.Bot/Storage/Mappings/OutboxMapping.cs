using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox", table => table.HasOnly<EffectState>("state"));
        builder.HasKey(row => new { row.WorkspaceId, row.EffectId });
        builder.HasIndex(row => new { row.WorkspaceId, row.Key }).IsUnique();
        builder.Property(row => row.Key).UseCollation("C");
        builder.Property(row => row.Payload).HasColumnType("jsonb");
    }
}
