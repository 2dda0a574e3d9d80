using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inbox");
        builder.HasKey(row => new { row.WorkspaceId, row.DedupKey });
        builder.Property(row => row.DedupKey).UseCollation("C");
    }
}
