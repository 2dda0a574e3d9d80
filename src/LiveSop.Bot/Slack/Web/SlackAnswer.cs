using System.Text.Json;

namespace LiveSop.Bot.Slack.Web;

/// <summary>A successful answer.</summary>
/// <param name="Scopes">What the token may do; empty where Slack did not say.</param>
internal sealed record SlackAnswer(JsonElement Body, IReadOnlyList<string> Scopes)
{
    /// <summary>When it was sent, by Slack's clock, in whole seconds; null where Slack did not say.</summary>
    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>Part of a list.</summary>
/// <param name="Items">May be fewer than asked for, even none, with more to come.</param>
/// <param name="NextCursor">Where the next page starts; null on the last. Kept, it resumes the list later.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
