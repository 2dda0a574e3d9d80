using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class PreferenceMapping : IEntityTypeConfiguration<PreferenceRow>
{
    public void Configure(EntityTypeBuilder<PreferenceRow> builder)
    {
        builder.ToTable("preferences");
        builder.HasKey(row => new { row.WorkspaceId, row.UserId });
    }
}
