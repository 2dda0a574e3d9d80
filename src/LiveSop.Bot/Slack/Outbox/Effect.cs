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
[JsonDerivedType(typeof(Direct), "direct")]
[JsonDerivedType(typeof(Delete), "delete")]
[JsonDerivedType(typeof(Share), "share")]
[JsonDerivedType(typeof(ShareDirect), "share_direct")]
[JsonDerivedType(typeof(Refresh), "refresh")]
[JsonDerivedType(typeof(Publish), "publish")]
internal abstract record Effect
{
    private Effect() { }

    /// <summary>What is done in order: its channel, else itself.</summary>
    [JsonIgnore]
    public abstract string? Lane { get; }

    /// <summary>The key of the effect that this one changes: it goes into that one's lane, behind it. Null where it changes none.</summary>
    [JsonIgnore]
    public virtual string? Follows => null;

    /// <summary>A message for everybody in the channel, or in one of its threads. Found again by its metadata, so that it is posted once.</summary>
    public sealed record Post(ChannelId Channel, MessageTs? Thread, MessageBody Message) : Effect
    {
        public override string? Lane => Channel.Value;
    }

    /// <summary>A message for one person, in their conversation with the bot, which is opened where there is none. Posted once, like <see cref="Post"/>.</summary>
    public sealed record Direct(UserId User, MessageBody Message) : Effect
    {
        public override string? Lane => User.Value;
    }

    /// <summary>A message of ours reads otherwise from now on. After three months it cannot be found by its key any more.</summary>
    /// <param name="Channel">Where it was posted; null where that is left to what is known of the post, as it must be for a <see cref="Direct"/>.</param>
    /// <param name="Posted">The key of the <see cref="Post"/> or <see cref="Direct"/>.</param>
    public sealed record Edit(ChannelId? Channel, string Posted, MessageBody Message) : Effect
    {
        public override string? Lane => Channel?.Value;

        public override string? Follows => Posted;
    }

    /// <summary>A message of ours is taken back; where there is none, or none any more, nothing happens.</summary>
    /// <param name="Posted">The key of the <see cref="Post"/> or <see cref="Direct"/>.</param>
    public sealed record Delete(string Posted) : Effect
    {
        public override string? Lane => null;

        public override string? Follows => Posted;
    }

    /// <summary>A file for everybody in the channel, or in one of its threads. Shown once: what became of an interrupted attempt is asked of the file itself.</summary>
    /// <param name="Comment">What is said with it, in Slack's markup, escaped.</param>
    /// <param name="Uploaded">The id under which Slack has the content already; noted before it is shown to anybody.</param>
    public sealed record Share(ChannelId Channel, MessageTs? Thread, FileBody File, string? Comment = null, string? Uploaded = null) : Effect
    {
        public override string? Lane => Channel.Value;
    }

    /// <summary>A file for one person, in their conversation with the bot. Shown once, like <see cref="Share"/>.</summary>
    /// <param name="Beneath">The key of the <see cref="Direct"/> in whose thread it is shown; null outside threads.</param>
    /// <inheritdoc cref="Share"/>
    public sealed record ShareDirect(UserId User, FileBody File, string? Comment = null, string? Uploaded = null, string? Beneath = null) : Effect
    {
        public override string? Lane => User.Value;

        public override string? Follows => Beneath;
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

    /// <summary>What a modal that was opened empty shows. Where it was closed, nobody is told. Of two that wait the later counts.</summary>
    /// <param name="View">Its <c>external_id</c>.</param>
    public sealed record Fill(string View, JsonNode Content) : Effect
    {
        public override string? Lane => $"view:{View}";
    }

    /// <summary>What a modal that somebody has open shows from now on: the one that they pressed something in. Else like <see cref="Fill"/>.</summary>
    /// <param name="ViewId">Slack's own: <c>V…</c>.</param>
    public sealed record Refresh(string ViewId, JsonNode Content) : Effect
    {
        public override string? Lane => $"view:{ViewId}";
    }

    /// <summary>A person's Home tab. Of two that wait the later counts.</summary>
    public sealed record Publish(UserId User, JsonNode View) : Effect
    {
        public override string? Lane => $"home:{User}";
    }
}

/// <summary>A message of ours.</summary>
/// <param name="Text">For notifications and readers that show no blocks; already in Slack's escapes.</param>
internal sealed record MessageBody(string Text, JsonNode Blocks)
{
    public static implicit operator MessageBody(SlackMessage message) => new(message.Text.Text, BlocksJson.Node(message.Blocks));
}

/// <summary>A file of ours, small enough to wait in the outbox; what is larger is made and sent by a job.</summary>
/// <param name="AltText">What a screen reader says of a picture, at most 1,000 characters; null for other files.</param>
/// <param name="Content">Null once Slack has it.</param>
internal sealed record FileBody(string Name, string? Title, string? AltText, byte[]? Content)
{
    /// <summary>One mebibyte: a row of the outbox is read whole.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <exception cref="ArgumentException">There is no content, or more than <see cref="MostBytes"/>.</exception>
    public static FileBody Of(string name, byte[] content, string? title = null, string? altText = null) => content.Length is > 0 and <= MostBytes
        ? new(name, title, altText, content)
        : throw new ArgumentException($"A file of {content.Length} bytes does not fit the outbox, which takes from 1 to {MostBytes}.", nameof(content));
}
