using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class ThreadToReadMapping : IEntityTypeConfiguration<ThreadToReadRow>
{
    public void Configure(EntityTypeBuilder<ThreadToReadRow> builder)
    {
        builder.ToTable("threads_to_read");
        builder.HasKey(row => new { row.WorkspaceId, row.ChannelId, row.ReadingId, row.ThreadTs });
    }
}
