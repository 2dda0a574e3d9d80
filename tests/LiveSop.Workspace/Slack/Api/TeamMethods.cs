namespace LiveSop.Workspace.Slack.Api;

/// <summary>Who am I, and where.</summary>
internal static class TeamMethods
{
    public static IEnumerable<Method> All =>
    [
        new("api.test", Tier.Four, null, Test),
        new("auth.test", Tier.Special, null, WhoAmI),
        new("team.info", Tier.Three, "team:read", Info),
    ];

    private static Answer Test(Call call) => call.Args.Text("error") is { } error ? Answer.No(error) : Answer.Done;

    private static Answer WhoAmI(Call call) => Answer.Ok(json =>
    {
        json.WriteString("url", $"https://{call.Team.Domain}.slack.com/");
        json.WriteString("team", call.Team.Name);
        json.WriteString("user", call.App.Bot.Handle);
        json.WriteString("team_id", call.Team.Id);
        json.WriteString("user_id", call.BotUser);
        json.WriteString("bot_id", call.App.Bot.BotId);
        json.WriteString("app_id", call.App.App.Id);
        json.WriteString("app_name", call.App.App.Manifest.Name);
        json.WriteBoolean("is_enterprise_install", call.App.IsOrganisationWide);
    });

    private static Answer Info(Call call)
    {
        if (call.Args.Text("team") is { } other && other != call.Team.Id) return Answer.No("team_not_found");
        return Answer.Ok(json =>
        {
            json.WriteStartObject("team");
            json.WriteString("id", call.Team.Id);
            json.WriteString("name", call.Team.Name);
            json.WriteString("url", $"https://{call.Team.Domain}.slack.com/");
            json.WriteString("domain", call.Team.Domain);
            json.WriteString("email_domain", "");
            json.WriteStartObject("icon");
            json.WriteBoolean("image_default", true);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }
}
