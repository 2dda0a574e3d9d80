using System.Text.Json.Nodes;

namespace LiveSop.Bot.Slack.Web;

/// <summary>A message of ours. Previews of links stay off: they would leak what is linked and raise events of their own.</summary>
/// <param name="Text">In Slack's markup, escaped. Shown in notifications, and where there are no blocks.</param>
/// <param name="Blocks">An array of blocks; null for a message of text alone.</param>
internal sealed record OutgoingMessage(string Text, JsonNode? Blocks = null)
{
    /// <summary>The thread's first message, whose thread it joins.</summary>
    public MessageTs? Thread { get; init; }

    /// <summary>Whether a reply is shown in the channel too.</summary>
    public bool ReplyBroadcast { get; init; }

    /// <summary>What it can be found again by, should the answer to the posting be lost. Every app and member can read it.</summary>
    public MessageMark? Mark { get; init; }

    /// <summary>Posted into a channel; a new message each time.</summary>
    internal Form ToPost(ChannelId channel) => ToForm(channel)
        .With("thread_ts", Thread).With("reply_broadcast", ReplyBroadcast ? true : null).With("unfurl_links", false).With("unfurl_media", false);

    /// <summary>What it becomes in place. Unlike posting, updating looks for names and links in the text unless told not to.</summary>
    internal Form ToUpdate(ChannelId channel, MessageTs ts) => ToForm(channel)
        .With("ts", ts).With("reply_broadcast", ReplyBroadcast ? true : null).With("parse", "none");

    private Form ToForm(ChannelId channel) => new Form()
        .With("channel", channel).With("text", Text).WithJson("blocks", Blocks).WithJson("metadata", Mark?.ToJson());

    // Logs show this: never words.
    public override string ToString() => "message to post";
}

/// <param name="EventType">Names the kind of our message.</param>
/// <param name="Id">Opaque: it says nothing about anybody.</param>
internal sealed record MessageMark(string EventType, string Id)
{
    public JsonObject ToJson() => new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["id"] = Id } };
}

/// <summary>Where a message of ours stands.</summary>
/// <param name="Channel">The real id, also where the message was posted to a person.</param>
internal sealed record PostedAt(ChannelId Channel, MessageTs Ts);
