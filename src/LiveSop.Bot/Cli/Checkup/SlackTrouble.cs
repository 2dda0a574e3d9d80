using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>What Slack's refusals mean, and what a person can do about them.</summary>
internal static class SlackTrouble
{
    private const string Again = "at the app's page \"OAuth & Permissions\" install it to the workspace, and give the new bot token to livesop connect";

    /// <param name="about">What was asked.</param>
    public static Finding Of(string about, SlackCallException failed) => failed switch
    {
        { Code: "connection_failed" or "connection_lost" } => Finding.Wrong($"{about}: Slack does not answer", "let this machine reach slack.com on port 443 (HTTPS_PROXY is heeded), and check Slack__ApiUrl"),
        { Code: "invalid_auth" or "not_authed" } => Finding.Wrong($"{about}: Slack does not know the token ({failed.Code})", "copy it again at the app's page, and give it to livesop connect"),
        { Code: "token_expired" } => Finding.Wrong($"{about}: the token has expired, so token rotation is on, which LiveSOP does not support", "create a new app from the link of livesop connect"),
        { Code: "account_inactive" or "token_revoked" } => Finding.Wrong($"{about}: the app was uninstalled or its token revoked ({failed.Code})", Again),
        { Code: "missing_scope", Failure: SlackFailure.Configuration { Needed: { } needed } } => Finding.Wrong($"{about}: the scope {needed} was not granted", $"paste slack-manifest.yaml at the app's page \"App Manifest\"; then {Again}"),
        { Code: "org_login_required" or "enterprise_is_restricted" or "team_access_not_granted" } =>
            Finding.Wrong($"{about}: the organisation does not let the app in ({failed.Code})", "ask its admin to allow the app in this one workspace"),
        { Failure: SlackFailure.RetryAfter wait } => Finding.Warn($"{about}: Slack wants to be left alone for {wait.Delay.TotalSeconds:0} s", "run this again later"),
        { IsOutage: true } => Finding.Warn($"{about}: Slack cannot answer now ({failed.Code})", "see status.slack.com, and run this again later"),
        _ => Finding.Wrong($"{about}: Slack refuses ({failed.Code})", "look the word up at docs.slack.dev, and check the app's settings against slack-manifest.yaml"),
    };

    /// <summary>Why no socket opens.</summary>
    public static Finding Of(SocketTrouble trouble) => trouble switch
    {
        SocketTrouble.LinkDisabled => Finding.Wrong("socket: Socket Mode is switched off", "switch it on at the app's page \"Socket Mode\""),
        SocketTrouble.TooMany => Finding.Wrong("socket: the app has more than ten open, the most that Slack allows", "stop the other programs that use this app-level token, or lower Slack__Sockets"),
        SocketTrouble.Busy busy => Finding.Warn($"socket: Slack wants to be left alone for {busy.Delay.TotalSeconds:0} s", "run this again later"),
        SocketTrouble.Refused { Code: "missing_scope" or "not_allowed_token_type" or "no_permission" } refused =>
            Finding.Wrong($"socket: the app-level token may not open one ({refused.Code})", "at the app's page \"Basic Information\", App-Level Tokens, generate one with connections:write, and give it to livesop connect"),
        SocketTrouble.Refused refused =>
            Finding.Wrong($"socket: Slack does not take the app-level token ({refused.Code})", "at the app's page \"Basic Information\", App-Level Tokens, copy it again or generate another, and give it to livesop connect"),
        SocketTrouble.Lost lost => Finding.Wrong($"socket: it does not open ({lost.Why})", "let this machine open WebSockets (wss, port 443) to slack.com; a proxy must pass them"),
        _ => Finding.Warn("socket: it closed at once", "run this again"),
    };
}
