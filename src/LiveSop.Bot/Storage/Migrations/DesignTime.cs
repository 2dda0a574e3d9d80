using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LiveSop.Bot.Storage.Migrations;

/// <summary>Where dotnet-ef finds the model when a migration is made; it never connects.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<LiveSopDb>
{
    public LiveSopDb CreateDbContext(string[] args) => new(LiveSopDb.Options(builder => builder.UseNpgsql()));
}
