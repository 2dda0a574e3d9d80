using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Audience.Configuring;

/// <summary>Which space a modal shows, and as what.</summary>
internal readonly record struct SpaceKey(SpaceId Space, string Fingerprint)
{
    /// <returns>Null where the text is none.</returns>
    public static SpaceKey? Of(string? text) => text?.Split('|') is [var id, var print] && Guid.TryParse(id, out var space) ? new(new(space), print) : null;

    public override string ToString() => $"{Space}|{Fingerprint}";
}
