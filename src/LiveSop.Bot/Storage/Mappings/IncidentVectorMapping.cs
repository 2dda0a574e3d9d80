using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class IncidentVectorMapping : IEntityTypeConfiguration<IncidentVectorRow>
{
    public void Configure(EntityTypeBuilder<IncidentVectorRow> builder)
    {
        builder.ToTable("incident_vectors");
        builder.HasKey(row => new { row.WorkspaceId, row.IncidentId });
        builder.Property(row => row.IncidentId).UseCollation("C");
        builder.Property(row => row.Embedding).HasColumnType($"halfvec({IncidentVectorRow.Dimensions})");
    }
}
