using Microsoft.EntityFrameworkCore.Storage;

namespace LiveSop.Bot.Storage.Vectors;

/// <summary>Lets EF Core keep a <see cref="HalfVector"/> in a column of type <c>halfvec(n)</c>.</summary>
internal sealed class HalfVectorMapping : RelationalTypeMapping
{
    private const string Name = "halfvec";

    private HalfVectorMapping(int? size)
        : base(new RelationalTypeMappingParameters(
            new CoreTypeMappingParameters(typeof(HalfVector)), Name, StoreTypePostfix.Size, size: size, fixedLength: size is not null))
    {
    }

    private HalfVectorMapping(RelationalTypeMappingParameters parameters) : base(parameters)
    {
    }

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new HalfVectorMapping(parameters);

    protected override string GenerateNonNullSqlLiteral(object value) => $"'{value}'::{StoreType}";

    /// <summary>Where EF Core looks the mapping up.</summary>
    internal sealed class Source : IRelationalTypeMappingSourcePlugin
    {
        public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo) =>
            mappingInfo.ClrType == typeof(HalfVector) || (mappingInfo.ClrType is null && mappingInfo.StoreTypeNameBase == Name)
                ? new HalfVectorMapping(mappingInfo.Size)
                : null;
    }
}
