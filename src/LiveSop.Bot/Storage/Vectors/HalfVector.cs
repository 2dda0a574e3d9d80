using System.Globalization;
using System.Runtime.InteropServices;

namespace LiveSop.Bot.Storage.Vectors;

/// <summary>A value of pgvector's <c>halfvec</c>: numbers of 16 bits, compared by content.</summary>
/// <param name="values">1 to 16,000 finite numbers.</param>
internal sealed class HalfVector(Half[] values) : IEquatable<HalfVector>
{
    public ReadOnlyMemory<Half> Values { get; } = values;

    public int Dimensions => Values.Length;

    /// <summary>Rounds each number to the nearest of 16 bits, about 3 significant digits.</summary>
    public static HalfVector From(ReadOnlySpan<float> values)
    {
        var halves = new Half[values.Length];
        for (var i = 0; i < halves.Length; i++) halves[i] = (Half)values[i];
        return new HalfVector(halves);
    }

    public bool Equals(HalfVector? other) => other is not null && Values.Span.SequenceEqual(other.Values.Span);

    public override bool Equals(object? obj) => Equals(obj as HalfVector);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(Values.Span));
        return hash.ToHashCode();
    }

    /// <summary>As pgvector writes it: <c>[1,0.5]</c>.</summary>
    public override string ToString() => $"[{string.Join(',', Values.ToArray().Select(value => ((float)value).ToString("R", CultureInfo.InvariantCulture)))}]";
}
