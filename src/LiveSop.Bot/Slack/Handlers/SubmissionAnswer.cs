using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.SocketMode;

namespace LiveSop.Bot.Slack.Handlers;

/// <summary>What becomes of a modal that was submitted, said at once: nothing but the submission itself is looked at.</summary>
internal abstract record SubmissionAnswer
{
    private SubmissionAnswer() { }

    /// <summary>It closes; those below it stay.</summary>
    public sealed record Close : SubmissionAnswer;

    /// <summary>It stays open, and says at its inputs what is wrong with them. The handler does not run: for us it was never submitted.</summary>
    /// <param name="ByBlock">Plain texts by the ids of <b>input</b> blocks of the modal; at least one.</param>
    public sealed record Errors(IReadOnlyDictionary<string, string> ByBlock) : SubmissionAnswer;

    /// <summary>It becomes another, under the envelope's key as its <c>external_id</c>: the handler fills it.</summary>
    public sealed record Update(Modal Modal) : SubmissionAnswer;

    /// <summary>Another opens on top of it, under the envelope's key; three in all. Slack refuses a fourth.</summary>
    public sealed record Push(Modal Modal) : SubmissionAnswer;

    /// <summary>It closes with all below it.</summary>
    public sealed record Clear : SubmissionAnswer;

    /// <param name="key">The envelope's.</param>
    public Ack ToAck(string key) => this switch
    {
        Close => Ack.Empty,
        Errors errors => new(new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject(errors.ByBlock.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))) }),
        Update update => Show("update", update.Modal, key),
        Push push => Show("push", push.Modal, key),
        Clear => new(new JsonObject { ["response_action"] = "clear" }),
        _ => throw new InvalidOperationException($"{GetType().Name} has no answer."),
    };

    private static Ack Show(string action, Modal modal, string key) =>
        new(new JsonObject { ["response_action"] = action, ["view"] = BlocksJson.Node<View>(modal with { ExternalId = key }) });
}
