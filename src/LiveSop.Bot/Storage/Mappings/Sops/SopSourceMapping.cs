using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class SopSourceMapping : IEntityTypeConfiguration<SopSourceRow>
{
    public void Configure(EntityTypeBuilder<SopSourceRow> builder)
    {
        builder.ToTable("sop_sources");
        builder.HasKey(row => new { row.WorkspaceId, row.SopId, row.Place });
    }
}
