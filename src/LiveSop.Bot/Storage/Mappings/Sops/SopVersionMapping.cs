using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class SopVersionMapping : IEntityTypeConfiguration<SopVersionRow>
{
    public void Configure(EntityTypeBuilder<SopVersionRow> builder)
    {
        builder.ToTable("sop_versions");
        builder.HasKey(row => new { row.WorkspaceId, row.SopId, row.Version });
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}
