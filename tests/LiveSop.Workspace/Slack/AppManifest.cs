namespace LiveSop.Workspace.Slack;

/// <summary>What an app asks for, as its manifest says it.</summary>
internal sealed record AppManifest(string Name)
{
    /// <summary>LiveSOP's own: what <c>slack-manifest.yaml</c> says, to which a test holds it.</summary>
    public static AppManifest LiveSop { get; } = new("LiveSOP")
    {
        BotName = "livesop",
        Scopes =
        [
            "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:read", "files:write", "groups:history", "groups:read", "im:history", "im:write", "users:read",
        ],
        Events =
        [
            "app_home_opened", "app_mention", "app_uninstalled", "channel_archive", "channel_deleted", "channel_id_changed", "channel_left", "channel_rename", "channel_unarchive",
            "group_archive", "group_deleted", "group_left", "group_rename", "group_unarchive", "member_joined_channel", "member_left_channel",
            "message.channels", "message.groups", "message.im", "team_join", "tokens_revoked", "user_change",
        ],
        Commands = [new SlashCommand("/sop")],
        Shortcuts = [new Shortcut("livesop_which", OfMessage: true), new Shortcut("livesop_capture", OfMessage: true)],
        HomeTab = true,
    };

    /// <summary>An app that asks for whatever this Slack has, to try all of it.</summary>
    public static AppManifest Everything { get; } = LiveSop with
    {
        Scopes =
        [
            .. LiveSop.Scopes, "channels:join", "im:read", "mpim:history", "mpim:read", "mpim:write", "reactions:read",
            "reactions:write", "team:read", "usergroups:read", "users:read.email",
        ],
        Events = [.. LiveSop.Events, "message.mpim", "reaction_added", "reaction_removed"],
        HomeTab = true,
    };

    /// <summary>The bot user's handle.</summary>
    public string BotName { get; init; } = Name.ToLowerInvariant();

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<string> Events { get; init; } = [];

    public IReadOnlyList<SlashCommand> Commands { get; init; } = [];

    public IReadOnlyList<Shortcut> Shortcuts { get; init; } = [];

    public bool HomeTab { get; init; } = true;

    /// <summary>Off: nobody can write to the bot, nor the bot to them.</summary>
    public bool MessagesTab { get; init; } = true;

    public bool Interactivity { get; init; } = true;
}

/// <param name="Name">With its slash.</param>
/// <param name="ShouldEscape">Mentions arrive with ids; otherwise as bare text.</param>
internal sealed record SlashCommand(string Name, bool ShouldEscape = true);

/// <param name="OfMessage">In a message's menu; else global.</param>
internal sealed record Shortcut(string CallbackId, bool OfMessage);
