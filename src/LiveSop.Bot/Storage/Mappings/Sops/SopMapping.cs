using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class SopMapping : IEntityTypeConfiguration<SopRow>
{
    public void Configure(EntityTypeBuilder<SopRow> builder)
    {
        builder.ToTable("sops", table =>
        {
            table.HasOnly<SopState>("state");
            table.HasOnly<SopAudience>("audience");
        });
        builder.HasKey(row => new { row.WorkspaceId, row.SopId });
        builder.HasIndex(row => new { row.WorkspaceId, row.Number }).IsUnique();
    }
}
