namespace LiveSop.WordVectors;

/// <summary>Writes what <see cref="Domain.Memory.WordVectors"/> reads: each vector in whole numbers from -127 to 127, since only its direction counts.</summary>
internal static class VectorFile
{
    public static void Write(Stream file, int dimensions, IReadOnlyList<(string Word, float[] Vector)> vectors)
    {
        using var writer = new BinaryWriter(file);
        writer.Write(Domain.Memory.WordVectors.Mark);
        writer.Write(dimensions);
        writer.Write(vectors.Count);
        foreach (var (word, vector) in vectors)
        {
            var largest = vector.Max(MathF.Abs);
            writer.Write(word);
            foreach (var value in vector) writer.Write((sbyte)MathF.Round(127 * value / largest));
        }
    }
}
