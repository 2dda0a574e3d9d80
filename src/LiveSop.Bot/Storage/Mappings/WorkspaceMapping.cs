using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class WorkspaceMapping : IEntityTypeConfiguration<WorkspaceRow>
{
    public void Configure(EntityTypeBuilder<WorkspaceRow> builder)
    {
        builder.ToTable("workspaces", table => table.HasOnly<WorkspaceState>("state"));
        builder.HasKey(row => row.WorkspaceId);
    }
}
