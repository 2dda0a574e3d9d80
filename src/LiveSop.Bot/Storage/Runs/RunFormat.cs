using System.Text.Json;
using System.Text.Json.Serialization;
using LiveSop.Domain.Running;

namespace LiveSop.Bot.Storage.Runs;

/// <summary>How what people did in a run is stored. A format with a version: samples of old ones stay in the tests.</summary>
internal static class RunFormat
{
    private const int ThisVersion = 1;

    private static readonly JsonSerializerOptions Shapes = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write(Run run) => JsonSerializer.Serialize(new Stored(ThisVersion, run), Shapes);

    /// <exception cref="InvalidDataException">A newer version wrote it.</exception>
    public static Run Read(string body)
    {
        var stored = JsonSerializer.Deserialize<Stored>(body, Shapes)!;
        return stored.Format == ThisVersion ? stored.Run : throw new InvalidDataException($"A run is stored in format {stored.Format}, which this version does not know; run the newer version again.");
    }

    private sealed record Stored(int Format, Run Run);
}
