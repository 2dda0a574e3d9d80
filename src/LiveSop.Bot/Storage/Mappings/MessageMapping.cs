using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class MessageMapping : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(row => new { row.WorkspaceId, row.ChannelId, row.Ts });
        builder.Property(row => row.HeardAt).HasDefaultValue(DateTimeOffset.UnixEpoch);
        builder.HasIndex(row => new { row.WorkspaceId, row.HeardAt });
        builder.HasIndex(row => new { row.WorkspaceId, row.ChannelId, row.PostedAt });
        builder.HasIndex(row => new { row.WorkspaceId, row.ChannelId, row.ThreadTs }).HasFilter("thread_ts IS NOT NULL");
    }
}
