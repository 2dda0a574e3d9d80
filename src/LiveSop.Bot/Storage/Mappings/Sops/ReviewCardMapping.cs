using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class ReviewCardMapping : IEntityTypeConfiguration<ReviewCardRow>
{
    public void Configure(EntityTypeBuilder<ReviewCardRow> builder)
    {
        builder.ToTable("review_cards");
        builder.HasKey(row => new { row.WorkspaceId, row.Key });
        builder.Property(row => row.Key).UseCollation("C");
        builder.HasIndex(row => new { row.WorkspaceId, row.DraftId });
    }
}
