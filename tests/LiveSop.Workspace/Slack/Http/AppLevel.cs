using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Apps;

namespace LiveSop.Workspace.Slack.Http;

/// <summary>The methods that take an app-level token.</summary>
internal sealed class AppLevel(World world)
{
    public Answer Answer(SlackApp app, ApiRequest request) =>
        request.Method == "apps.connections.open" ? Open(app, request) : Authorizations(app);

    private Answer Open(SlackApp app, ApiRequest request)
    {
        if (request.HttpMethod != "POST") return Api.Answer.No("insecure_request");
        var url = world.Door.Issue(app);
        return Api.Answer.Ok(json => json.WriteString("url", url));
    }

    private static Answer Authorizations(SlackApp app) => Api.Answer.Page(json =>
    {
        json.WriteStartArray("authorizations");
        foreach (var installation in app.Installations)
        {
            json.WriteStartObject();
            json.WriteNull("enterprise_id");
            json.WriteString("team_id", installation.Workspace.Id);
            json.WriteString("user_id", installation.Bot.Id);
            json.WriteBoolean("is_bot", true);
            json.WriteBoolean("is_enterprise_install", false);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }, null);
}
