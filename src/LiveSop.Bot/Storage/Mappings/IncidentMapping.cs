using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class IncidentMapping : IEntityTypeConfiguration<IncidentRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("incidents", table => table.HasOnly<Outcome>("outcome"));
        builder.HasKey(row => new { row.WorkspaceId, row.IncidentId });
        builder.Property(row => row.IncidentId).UseCollation("C");
        builder.Property(row => row.Outcome).HasDefaultValue(Outcome.Open);
        builder.Property(row => row.Title).HasDefaultValue("");
    }
}
