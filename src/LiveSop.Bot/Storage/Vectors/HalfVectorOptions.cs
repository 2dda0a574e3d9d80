using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LiveSop.Bot.Storage.Vectors;

/// <summary>Puts <see cref="HalfVectorMapping"/> among what a context knows.</summary>
internal sealed class HalfVectorOptions : IDbContextOptionsExtension
{
    private Described? info;

    public DbContextOptionsExtensionInfo Info => info ??= new Described(this);

    public void ApplyServices(IServiceCollection services) =>
        new EntityFrameworkRelationalServicesBuilder(services).TryAdd<IRelationalTypeMappingSourcePlugin, HalfVectorMapping.Source>();

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class Described(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "halfvec ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Described;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["halfvec"] = "1";
    }
}

internal static class HalfVectorUse
{
    public static TBuilder UseHalfVectors<TBuilder>(this TBuilder builder) where TBuilder : DbContextOptionsBuilder
    {
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new HalfVectorOptions());
        return builder;
    }
}
