using System.Text.Json;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Memory.Embedding;

/// <summary>What a service answers: <c>{"data":[{"index":0,"embedding":[…]},…]}</c>.</summary>
internal static class EmbeddingAnswer
{
    private const int Wanted = IncidentVectorRow.Dimensions;

    /// <returns>In the order of the texts.</returns>
    /// <exception cref="EmbeddingException">It does not fit the question.</exception>
    public static IReadOnlyList<float[]> Read(JsonDocument answer, int texts, EmbeddingSettings settings)
    {
        using (answer)
        {
            var vectors = new float[]?[texts];
            if (answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array)
                foreach (var (place, one) in data.EnumerateArray().Index())
                    if (Index(one, place) is var index && index >= 0 && index < texts) vectors[index] = Fit(Numbers(one), settings);
            return [.. vectors.Select(vector => vector ?? throw new EmbeddingException("The embedding service did not answer with one vector for each text; see Embedding:Endpoint.", isOutage: true))];
        }
    }

    private static int Index(JsonElement one, int place) => one.TryGetProperty("index", out var index) && index.TryGetInt32(out var number) ? number : place;

    private static float[] Numbers(JsonElement one) => one.TryGetProperty("embedding", out var numbers) && numbers.ValueKind == JsonValueKind.Array
        ? [.. numbers.EnumerateArray().Select(number => number.GetSingle())]
        : [];

    /// <summary>A shorter vector is filled up, which changes no angle.</summary>
    private static float[]? Fit(float[] vector, EmbeddingSettings settings)
    {
        if (vector.Length == 0 || !vector.All(float.IsFinite)) return null;
        if (vector.Length > Wanted && !settings.MayCut)
            throw new EmbeddingException($"The model {settings.Model} gives {vector.Length} numbers and {Wanted} are stored; if its vectors may be cut short, set Embedding:MayCut to true, otherwise choose a model of at most {Wanted}.", isOutage: false);
        var fitted = new float[Wanted];
        vector.AsSpan(0, Math.Min(Wanted, vector.Length)).CopyTo(fitted);
        var length = MathF.Sqrt(fitted.Sum(value => value * value));
        return length == 0 ? fitted : [.. fitted.Select(value => value / length)];
    }
}
