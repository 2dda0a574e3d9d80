using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources;

/// <summary>Somebody whom the source does not name.</summary>
internal static class Unknown
{
    public const string Name = "unknown person";

    public const string AppName = "unknown app";

    public static Person Person { get; } = new("unknown", Name);
}
