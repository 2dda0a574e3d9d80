using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class SopCaseMapping : IEntityTypeConfiguration<SopCaseRow>
{
    public void Configure(EntityTypeBuilder<SopCaseRow> builder)
    {
        builder.ToTable("sop_cases");
        builder.HasKey(row => new { row.WorkspaceId, row.SopId, row.CaseId });
        builder.Property(row => row.CaseId).UseCollation("C");
        builder.HasIndex(row => new { row.WorkspaceId, row.CaseId });
    }
}
