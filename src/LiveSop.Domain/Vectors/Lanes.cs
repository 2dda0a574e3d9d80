using System.Numerics;
using System.Runtime.InteropServices;

namespace LiveSop.Domain.Vectors;

/// <summary>Element-wise arithmetic on rows. Each element is computed by itself, so the result does not depend on the width of the processor.</summary>
public static class Lanes
{
    /// <summary><c>target += scale * source</c>, over the length of <paramref name="source"/>.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float scale)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(target[..source.Length]);
        var from = MemoryMarshal.Cast<float, Vector<float>>(source);
        var factor = new Vector<float>(scale);
        for (var i = 0; i < wide.Length; i++) wide[i] += from[i] * factor;
        for (var i = wide.Length * Vector<float>.Count; i < source.Length; i++) target[i] += source[i] * scale;
    }

    /// <summary>Divides by the sum and returns it; a zero row stays zero.</summary>
    public static float Normalize(Span<float> row)
    {
        var sum = 0f;
        foreach (var value in row) sum += value;
        if (sum > 0)
            for (var i = 0; i < row.Length; i++) row[i] /= sum;
        return sum;
    }

    public static int IndexOfMax(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var i = 1; i < row.Length; i++)
            if (row[i] > row[best]) best = i;
        return best;
    }
}
