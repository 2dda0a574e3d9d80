using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings.Sops;

internal sealed class SpaceRoleMapping : IEntityTypeConfiguration<SpaceRoleRow>
{
    public void Configure(EntityTypeBuilder<SpaceRoleRow> builder)
    {
        builder.ToTable("space_roles", table => table.HasOnly<Role>("role"));
        builder.HasKey(row => new { row.WorkspaceId, row.SpaceId, row.UserId });
    }
}
