using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class ChannelMemberMapping : IEntityTypeConfiguration<ChannelMemberRow>
{
    public void Configure(EntityTypeBuilder<ChannelMemberRow> builder)
    {
        builder.ToTable("channel_members");
        builder.HasKey(row => new { row.WorkspaceId, row.ChannelId, row.UserId });
        // Asked by every query of a viewer: which channels are theirs.
        builder.HasIndex(row => new { row.WorkspaceId, row.UserId });
    }
}
