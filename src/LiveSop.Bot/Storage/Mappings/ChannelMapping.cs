using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class ChannelMapping : IEntityTypeConfiguration<ChannelRow>
{
    public void Configure(EntityTypeBuilder<ChannelRow> builder)
    {
        builder.ToTable("channels", table => table.HasOnly<ChannelKind>("kind"));
        builder.HasKey(row => new { row.WorkspaceId, row.ChannelId });
        builder.Property(row => row.IsQuiet).HasDefaultValue(false);
        builder.Property(row => row.IsOpened).HasDefaultValue(false);
    }
}
