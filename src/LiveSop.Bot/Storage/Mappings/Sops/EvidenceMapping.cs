using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class EvidenceMapping : IEntityTypeConfiguration<EvidenceRow>
{
    public void Configure(EntityTypeBuilder<EvidenceRow> builder)
    {
        builder.ToTable("evidence");
        builder.HasKey(row => new { row.WorkspaceId, row.SopId, row.StepId, row.Place, row.Ts });
        builder.Property(row => row.StepId).UseCollation("C");
        builder.Property(row => row.Ts).UseCollation("C");
        builder.Property(row => row.CaseId).UseCollation("C");
        builder.HasIndex(row => new { row.WorkspaceId, row.Place, row.Ts });
    }
}
