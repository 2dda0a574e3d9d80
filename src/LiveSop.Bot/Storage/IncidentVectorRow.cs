using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage.Vectors;

namespace LiveSop.Bot.Storage;

/// <summary>What an incident means, as a vector. Apart from the text, so that reading every vector of a workspace reads little.</summary>
internal sealed class IncidentVectorRow
{
    public const int Dimensions = 256;

    public required WorkspaceId WorkspaceId { get; init; }

    public required string IncidentId { get; init; }

    public required ChannelId ChannelId { get; set; }

    /// <summary>Which embedder made it: vectors of two models cannot be compared.</summary>
    public required string Model { get; set; }

    public required HalfVector Embedding { get; set; }
}
