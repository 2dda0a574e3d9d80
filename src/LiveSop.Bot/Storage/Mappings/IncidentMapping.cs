using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class IncidentMapping : IEntityTypeConfiguration<IncidentRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("incidents", table => table.HasOnly<IncidentEnd>("ended"));
        builder.HasKey(row => new { row.WorkspaceId, row.IncidentId });
        builder.Property(row => row.IncidentId).UseCollation("C");
        builder.Property(row => row.Request).HasDefaultValue("");
        builder.Property(row => row.Ended).HasDefaultValue(IncidentEnd.Unsaid);
        builder.HasIndex(row => new { row.WorkspaceId, row.ChannelId, row.OpenedAt });
    }
}
