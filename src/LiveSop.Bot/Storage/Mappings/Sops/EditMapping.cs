using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class EditMapping : IEntityTypeConfiguration<EditRow>
{
    public void Configure(EntityTypeBuilder<EditRow> builder)
    {
        builder.ToTable("edits");
        builder.HasKey(row => new { row.WorkspaceId, row.DraftId, row.UserId });
        builder.Property(row => row.Base).HasColumnType("jsonb");
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}
