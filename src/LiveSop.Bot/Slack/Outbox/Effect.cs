using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>Something that Slack is to be told, as it is stored until it has been. Names and fields are a stored format: add, never rename.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(Post), "post")]
[JsonDerivedType(typeof(Edit), "edit")]
[JsonDerivedType(typeof(Whisper), "whisper")]
[JsonDerivedType(typeof(Respond), "respond")]
[JsonDerivedType(typeof(Fill), "fill")]
[JsonDerivedType(typeof(Refresh), "refresh")]
[JsonDerivedType(typeof(Direct), "direct")]
[JsonDerivedType(typeof(EditDirect), "edit_direct")]
[JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(Share), "share")]
internal abstract record Effect
{
    private Effect() { }

    /// <summary>What is done in order: its channel, else itself.</summary>
    [JsonIgnore]
    public abstract string? Lane { get; }

    /// <summary>A message for everybody in the channel, or in one of its threads. Found again by its metadata, so that it is posted once.</summary>
    public sealed record Post(ChannelId Channel, MessageTs? Thread, MessageBody Message) : Effect
    {
        public override string? Lane => Channel.Value;
    }

    /// <summary>A message of ours reads otherwise from now on.</summary>
    /// <param name="Posted">The key of the <see cref="Post"/>.</param>
    public sealed record Edit(ChannelId Channel, string Posted, MessageBody Message) : Effect
    {
        public override string? Lane => Channel.Value;
    }

    /// <summary>Only that person sees it. Slack cannot be asked whether it was shown, so it is sent at most once.</summary>
    public sealed record Whisper(ChannelId Channel, UserId User, MessageTs? Thread, MessageBody Message) : Effect
    {
        public override string? Lane => Channel.Value;
    }

    /// <summary>The answer to a command or a click, only for who gave it. At most once, like <see cref="Whisper"/>; works where the bot is no member.</summary>
    /// <param name="Url">Opens the way for half an hour to whoever has it: never logged.</param>
    public sealed record Respond(string Url, bool Replace, MessageBody Message) : Effect
    {
        public override string? Lane => null;
    }

    /// <summary>What a modal that was opened empty shows.</summary>
    /// <param name="View">Its <c>external_id</c>.</param>
    public sealed record Fill(string View, JsonNode Content) : Effect
    {
        public override string? Lane => null;
    }

    /// <summary>A modal that is open shows something else from now on: in answer to a press within it.</summary>
    /// <param name="View">Slack's id of it.</param>
    public sealed record Refresh(string View, JsonNode Content) : Effect
    {
        public override string? Lane => $"view:{View}";
    }

    /// <summary>A message to one person, in their conversation with the bot. Found again like a <see cref="Post"/>.</summary>
    public sealed record Direct(UserId User, MessageBody Message) : Effect
    {
        public override string? Lane => $"to:{User}";
    }

    /// <summary>A <see cref="Direct"/> message reads otherwise from now on.</summary>
    /// <param name="Posted">Its key.</param>
    public sealed record EditDirect(UserId User, string Posted, MessageBody Message) : Effect
    {
        public override string? Lane => $"to:{User}";
    }

    /// <summary>What somebody's Home tab shows.</summary>
    public sealed record Publish(UserId User, JsonNode Content) : Effect
    {
        public override string? Lane => $"home:{User}";
    }

    /// <summary>A file, at most 1 MB, shown in a channel or a thread, or to one person. Slack cannot be asked whether it was shown, so it is sent at most once.</summary>
    /// <param name="Channel">Null for a direct message to <paramref name="User"/>.</param>
    /// <param name="AltText">What a screen reader says of a picture; null for other files.</param>
    /// <param name="Comment">What is said with it, already in Slack's escapes.</param>
    public sealed record Share(ChannelId? Channel, UserId? User, MessageTs? Thread, string Name, byte[] Content, string? AltText, string? Comment) : Effect
    {
        public override string? Lane => Channel?.Value ?? $"to:{User}";
    }
}

/// <summary>A message of ours.</summary>
/// <param name="Text">For notifications and readers that show no blocks; already in Slack's escapes.</param>
internal sealed record MessageBody(string Text, JsonNode Blocks)
{
    public static implicit operator MessageBody(SlackMessage message) => new(message.Text.Text, BlocksJson.Node(message.Blocks));
}
