using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class QueueMapping : IEntityTypeConfiguration<QueueRow>
{
    public void Configure(EntityTypeBuilder<QueueRow> builder)
    {
        builder.ToTable("work_queue", table => table.HasOnly<QueueKind>("kind"));
        builder.HasKey(row => new { row.WorkspaceId, row.Kind, row.Seq });
        builder.HasIndex(row => new { row.WorkspaceId, row.Kind, row.Lane, row.Seq });
        builder.Property(row => row.Seq).UseIdentityAlwaysColumn();
        builder.Property(row => row.Lane).UseCollation("C");
        builder.Property(row => row.Item).UseCollation("C");
        // Rows come and go by the thousand: cleaned after every thousand dead ones, whatever the size, and with room to update in place.
        builder.HasStorageParameter("fillfactor", 70);
        builder.HasStorageParameter("autovacuum_vacuum_scale_factor", 0);
        builder.HasStorageParameter("autovacuum_vacuum_threshold", 1000);
        builder.HasStorageParameter("autovacuum_vacuum_cost_delay", 0);
    }
}
