using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("imports", table => table.HasOnly<ImportState>("state"));
        builder.HasKey(row => new { row.WorkspaceId, row.ImportId });
        builder.Property(row => row.Columns).HasColumnType("jsonb");
    }
}
