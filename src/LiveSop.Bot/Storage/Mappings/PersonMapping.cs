using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class PersonMapping : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("people", table => table.HasOnly<Standing>("standing"));
        builder.HasKey(row => new { row.WorkspaceId, row.UserId });
    }
}
