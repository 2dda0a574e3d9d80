using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class DraftMapping : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("drafts", table =>
        {
            table.HasOnly<DraftKind>("kind");
            table.HasOnly<DraftState>("state");
        });
        builder.HasKey(row => new { row.WorkspaceId, row.DraftId });
        builder.Property(row => row.Body).HasColumnType("jsonb");
        builder.Property(row => row.Drift).HasColumnType("jsonb");
        builder.HasIndex(row => new { row.WorkspaceId, row.SopId });
    }
}
