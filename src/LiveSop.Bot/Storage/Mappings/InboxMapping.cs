using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inbox");
        builder.HasKey(row => new { row.WorkspaceId, row.DedupKey });
        // By when it came and not by when it was handled: what an index holds of a row must not change, or the change could not stay on the row's page.
        builder.HasIndex(row => new { row.WorkspaceId, row.ReceivedAt });
        builder.HasStorageParameter("fillfactor", 85);
        builder.Property(row => row.DedupKey).UseCollation("C");
    }
}
