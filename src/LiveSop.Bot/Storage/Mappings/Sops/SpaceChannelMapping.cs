using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class SpaceChannelMapping : IEntityTypeConfiguration<SpaceChannelRow>
{
    public void Configure(EntityTypeBuilder<SpaceChannelRow> builder)
    {
        builder.ToTable("space_channels");
        builder.HasKey(row => new { row.WorkspaceId, row.ChannelId });
    }
}
