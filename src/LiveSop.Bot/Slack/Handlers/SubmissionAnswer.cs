using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.SocketMode;

namespace LiveSop.Bot.Slack.Handlers;

/// <summary>What happens to a modal the moment it is submitted: decided from what was typed alone, since Slack waits three seconds.</summary>
internal abstract record SubmissionAnswer
{
    private SubmissionAnswer() { }

    /// <summary>This modal closes; those below it stay.</summary>
    public sealed record Close : SubmissionAnswer;

    /// <summary>All of them close.</summary>
    public sealed record Clear : SubmissionAnswer;

    /// <summary>It stays, with a sentence at each field that cannot be taken. Nobody else hears of it.</summary>
    /// <param name="Fields">By block id, of inputs only.</param>
    public sealed record Errors(IReadOnlyDictionary<string, string> Fields) : SubmissionAnswer;

    /// <summary>It shows this instead. The handler may fill it, by its <c>external_id</c>.</summary>
    public sealed record Update(Modal Modal) : SubmissionAnswer;

    public Ack ToAck() => this switch
    {
        Clear => new(new JsonObject { ["response_action"] = "clear" }),
        Errors errors => new(new JsonObject { ["response_action"] = "errors", ["errors"] = ByBlock(errors) }),
        Update update => new(new JsonObject { ["response_action"] = "update", ["view"] = BlocksJson.Node<View>(update.Modal) }),
        _ => Ack.Empty,
    };

    private static JsonObject ByBlock(Errors errors) => new(errors.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value))));
}
