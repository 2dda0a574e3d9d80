using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class SpaceMapping : IEntityTypeConfiguration<SpaceRow>
{
    public void Configure(EntityTypeBuilder<SpaceRow> builder)
    {
        builder.ToTable("spaces");
        builder.HasKey(row => new { row.WorkspaceId, row.SpaceId });
    }
}
