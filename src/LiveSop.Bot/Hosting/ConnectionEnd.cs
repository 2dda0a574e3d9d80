namespace LiveSop.Bot.Hosting;

/// <summary>Why a workspace is not connected, or not any more.</summary>
internal abstract record ConnectionEnd
{
    private ConnectionEnd()
    {
    }

    internal sealed record Stopped : ConnectionEnd;

    /// <summary>Slack or the database is away; it may be there again in a moment.</summary>
    internal sealed record Unreachable(string Code) : ConnectionEnd;

    /// <summary>Hopeless until somebody changes the tokens or the app.</summary>
    /// <param name="Reason">For a person to read, without its full stop.</param>
    internal sealed record Refused(string Reason) : ConnectionEnd
    {
        /// <summary>The workspace took the app out, or its token back.</summary>
        public bool HasLeft { get; init; }

        public static Refused Organisation { get; } = new("it is installed for a whole organisation, which LiveSOP does not support; install it in one workspace");

        /// <param name="code">Slack's error.</param>
        public static Refused OfBotToken(string code) => new(code switch
        {
            "account_inactive" => "the app was uninstalled from the workspace, or its bot user deactivated (account_inactive)",
            "token_revoked" => "the bot token was revoked (token_revoked)",
            "token_expired" => "the bot token has expired; token rotation must be off in the app's settings (token_expired)",
            "invalid_auth" or "not_authed" => $"Slack does not know the bot token ({code})",
            "team_disabled" => "the workspace is disabled (team_disabled)",
            _ => $"Slack refuses the bot token ({code})",
        })
        {
            HasLeft = code is "account_inactive" or "token_revoked",
        };

        /// <param name="code">Slack's error.</param>
        public static Refused OfAppToken(string code) => new($"Slack refuses the app-level token, which opens the sockets ({code})");
    }
}
