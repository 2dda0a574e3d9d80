using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>The two short-lived keys by which an interaction may be answered.</summary>
/// <param name="TriggerId">Opens one view, once, within 3 seconds; null where none came.</param>
/// <param name="ResponseUrl">Takes 5 messages within 30 minutes, and needs no token: it is a secret. Null where none came.</param>
internal readonly record struct Interaction(string? TriggerId, string? ResponseUrl)
{
    public static Interaction Read(JsonElement payload) => new(payload.Id("trigger_id"u8), payload.Words("response_url"u8));

    public override string ToString() => $"interaction {TriggerId}";
}

/// <summary>Who clicked, chose or sent.</summary>
internal sealed record Actor(UserId User, string? Name)
{
    public static Actor? Read(JsonElement payload)
    {
        var user = payload.Get("user"u8);
        return payload.User("user"u8) is { } id ? new Actor(id, user.Words("username"u8) ?? user.Words("name"u8)) : null;
    }
}

/// <summary>Where a block stood: under a message, or in a view.</summary>
/// <param name="Kind"><c>message</c>, <c>message_attachment</c>, <c>view</c>, or one yet unknown.</param>
/// <param name="Thread">Null where the message stands in no thread.</param>
internal sealed record Place(string Kind, ChannelId? Channel, MessageTs? Message, MessageTs? Thread, string? ViewId)
{
    /// <summary>Only its response URL can change it.</summary>
    public bool IsEphemeral { get; init; }

    public static Place Read(JsonElement payload)
    {
        var container = payload.Get("container"u8);
        var message = payload.Get("message"u8);
        return new Place(
            container.Id("type"u8) ?? (payload.Get("view"u8).IsObject() ? "view" : "message"),
            payload.Channel("channel"u8) ?? container.Channel("channel_id"u8),
            container.Ts("message_ts"u8) ?? message.Ts("ts"u8),
            container.Ts("thread_ts"u8) ?? message.Ts("thread_ts"u8),
            container.Id("view_id"u8) ?? payload.Get("view"u8).Id("id"u8))
        {
            IsEphemeral = container.Flag("is_ephemeral"u8),
        };
    }
}

/// <summary>One thing clicked or chosen.</summary>
/// <param name="ActionId">Ours, as we rendered it.</param>
/// <param name="Type">The element's type: <c>button</c>, <c>static_select</c>, …</param>
/// <param name="Value">A key to our own state, and never a permission.</param>
internal sealed record BlockAction(string ActionId, string? BlockId, string Type, InputValue Value)
{
    public static BlockAction? Read(JsonElement action) => action.Id("action_id"u8) is { } id
        ? new BlockAction(id, action.Id("block_id"u8), action.Id("type"u8) ?? "unnamed", InputValue.Read(action))
        : null;
}
