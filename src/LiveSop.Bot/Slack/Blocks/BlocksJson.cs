using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Slack's JSON of blocks and views: names in snake case, what has its default left out, the same bytes for the same blocks.</summary>
internal static class BlocksJson
{
    public static JsonSerializerOptions Options { get; } = Made();

    public static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, Options)!;

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static JsonSerializerOptions Made() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // Sent in a form field or a socket frame, never into HTML: the shorter form counts where Slack limits bytes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new TextObjectJson(),
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
            new Written<SlackAction>(action => action.Id),
            new Written<ActionKey>(key => key.Value),
            new Written<BlockId>(id => id.Value),
            new Written<UserId>(id => id.Value),
            new Written<ChannelId>(id => id.Value),
            new Written<UserGroupId>(id => id.Value),
            new Written<UntrustedText>(text => text.Shown),
            new Written<Uri>(address => address.AbsoluteUri),
            new Written<TimeOnly>(time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)),
            new NumberAsText(),
            new UnixSeconds(),
        },
    };
}
