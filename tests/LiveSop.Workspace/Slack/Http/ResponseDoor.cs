using System.Text;
using System.Text.Json;
using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.Stage;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Workspace.Slack.Http;

/// <summary>Where response URLs lead: a POST of JSON, without a token.</summary>
internal sealed class ResponseDoor(World world)
{
    public async Task ServeAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = context.Request.Path.Value!;
        string? error;
        lock (world.Ground.Gate) error = Take(path, body.ToArray());
        context.Response.StatusCode = error switch { null => 200, "used_url" or "expired_url" or "invalid_url" => 404, _ => 400 };
        context.Response.ContentType = error is null ? "text/html" : "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(error is null ? "ok" : $$"""{"ok":false,"error":"{{error}}"}"""));
    }

    private string? Take(string path, byte[] body)
    {
        var error = world.ResponseUrls.Use(path, out var url) ?? Say(url!, body);
        if (error is not null) world.Ground.Blame("response_url", error);
        return error;
    }

    private string? Say(ResponseUrl url, byte[] body)
    {
        try
        {
            return Responding.Say(url, Arguments.Of(JsonBytes.Element(body)), world.Ground);
        }
        catch (JsonException)
        {
            return "invalid_payload";
        }
    }
}
