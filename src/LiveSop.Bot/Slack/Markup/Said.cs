using System.Text.Json;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Markup;

/// <summary>Where a message's words may be, whether it came from an event, a history or an export.</summary>
internal readonly record struct Said(string? Text, JsonElement Blocks, JsonElement Attachments, IReadOnlyList<SlackFile> Files);
