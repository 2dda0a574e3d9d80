namespace LiveSop.Domain.Vectors;

/// <summary>A vector of which few coordinates are not zero; indices ascend.</summary>
public sealed class SparseVector(int[] indices, float[] values)
{
    public ReadOnlySpan<int> Indices => indices;

    public ReadOnlySpan<float> Values => values;

    /// <summary>Adds up the weights of equal indices.</summary>
    public static SparseVector Of(IEnumerable<(int Index, float Weight)> entries)
    {
        var sum = new SortedDictionary<int, float>();
        foreach (var (index, weight) in entries) sum[index] = sum.GetValueOrDefault(index) + weight;
        return new([.. sum.Keys], [.. sum.Values]);
    }

    /// <summary>The same with every coordinate mapped; those that become zero go.</summary>
    public SparseVector Map(Func<int, float, float> change)
    {
        var (kept, mapped) = (new List<int>(indices.Length), new List<float>(indices.Length));
        for (var i = 0; i < indices.Length; i++)
            if (change(indices[i], values[i]) is var value and not 0)
            {
                kept.Add(indices[i]);
                mapped.Add(value);
            }
        return new([.. kept], [.. mapped]);
    }

    /// <summary>Of length 1; a zero vector stays zero.</summary>
    public SparseVector Normalized()
    {
        var length = MathF.Sqrt(SquaredLength());
        return length == 0 ? this : Map((_, value) => value / length);
    }

    public float SquaredLength()
    {
        var sum = 0f;
        foreach (var value in values) sum += value * value;
        return sum;
    }

    /// <param name="dense">At least as long as the largest index + 1.</param>
    public float Dot(ReadOnlySpan<float> dense)
    {
        var sum = 0f;
        for (var i = 0; i < indices.Length; i++) sum += values[i] * dense[indices[i]];
        return sum;
    }

    public void AddTo(Span<float> dense)
    {
        for (var i = 0; i < indices.Length; i++) dense[indices[i]] += values[i];
    }
}
