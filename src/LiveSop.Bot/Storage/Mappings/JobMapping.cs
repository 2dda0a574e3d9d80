using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveSop.Bot.Storage.Mappings;

internal sealed class JobMapping : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("jobs", table => table.HasOnly<JobState>("state"));
        builder.HasKey(row => new { row.WorkspaceId, row.JobId });
        builder.Property(row => row.Payload).HasColumnType("jsonb");
        builder.Property(row => row.Result).HasColumnType("jsonb");
    }
}
