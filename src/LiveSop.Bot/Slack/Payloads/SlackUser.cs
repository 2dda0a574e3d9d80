using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>Somebody as <c>users.info</c>, <c>users.list</c>, <c>team_join</c> and <c>user_change</c> show them.</summary>
internal sealed record SlackUser(UserId Id, WorkspaceId? Workspace)
{
    /// <summary>What colleagues see: the display name, else the real name, else the handle; null where none is given.</summary>
    public string? Name { get; init; }

    public string? RealName { get; init; }

    public string? Title { get; init; }

    /// <summary>Null without the scope <c>users:read.email</c>.</summary>
    public string? Email { get; init; }

    /// <summary>An IANA name such as <c>Europe/Zurich</c>.</summary>
    public string? TimeZone { get; init; }

    public bool IsBot { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>A guest, with one channel or several.</summary>
    public bool IsGuest { get; init; }

    public bool IsSingleChannelGuest { get; init; }

    /// <summary>From another company, seen through Slack Connect.</summary>
    public bool IsStranger { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    public static SlackUser? Read(JsonElement user)
    {
        if (user.User("id"u8) is not { } id) return null;
        var profile = user.Get("profile"u8);
        var realName = Filled(profile.Words("real_name"u8)) ?? Filled(user.Words("real_name"u8));
        return new SlackUser(id, user.Workspace("team_id"u8))
        {
            Name = Filled(profile.Words("display_name"u8)) ?? realName ?? Filled(user.Words("name"u8)),
            RealName = realName,
            Title = Filled(profile.Words("title"u8)),
            Email = Filled(profile.Words("email"u8)),
            TimeZone = user.Id("tz"u8),
            IsBot = user.Flag("is_bot"u8) || id.Value == "USLACKBOT",
            IsDeleted = user.Flag("deleted"u8),
            IsGuest = user.Flag("is_restricted"u8) || user.Flag("is_ultra_restricted"u8),
            IsStranger = user.Flag("is_stranger"u8),
            IsSingleChannelGuest = user.Flag("is_ultra_restricted"u8),
            IsAdmin = user.Flag("is_admin"u8) || user.Flag("is_owner"u8),
            IsOwner = user.Flag("is_owner"u8),
        };
    }

    public override string ToString() => $"user {Id}";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
