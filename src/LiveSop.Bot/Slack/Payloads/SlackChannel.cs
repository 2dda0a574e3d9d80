using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>A conversation as the <c>conversations</c> methods show it.</summary>
/// <param name="Name">Without the hash; null for direct messages.</param>
internal sealed record SlackChannel(ChannelId Id, string? Name)
{
    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>The bot is in it.</summary>
    public bool IsMember { get; init; }

    /// <summary>Shared with another company through Slack Connect.</summary>
    public bool IsExternallyShared { get; init; }

    public bool IsDirect { get; init; }

    public bool IsGroupDirect { get; init; }

    /// <summary>Of a direct message, the other side.</summary>
    public UserId? Partner { get; init; }

    public string? Topic { get; init; }

    public string? Purpose { get; init; }

    /// <summary>Null unless it was asked for.</summary>
    public int? MemberCount { get; init; }

    public DateTimeOffset? Created { get; init; }

    public static SlackChannel? Read(JsonElement channel) => channel.Channel("id"u8) is not { } id ? null : new SlackChannel(id, channel.Words("name"u8))
    {
        IsPrivate = channel.Flag("is_private"u8),
        IsArchived = channel.Flag("is_archived"u8),
        IsMember = channel.Flag("is_member"u8),
        IsExternallyShared = channel.Flag("is_ext_shared"u8),
        IsDirect = channel.Flag("is_im"u8),
        IsGroupDirect = channel.Flag("is_mpim"u8),
        Partner = channel.User("user"u8),
        Topic = channel.Get("topic"u8).Words("value"u8),
        Purpose = channel.Get("purpose"u8).Words("value"u8),
        MemberCount = channel.Number("num_members"u8) is >= 0 and <= int.MaxValue and var count ? (int)count : null,
        Created = channel.Seconds("created"u8),
    };
}
