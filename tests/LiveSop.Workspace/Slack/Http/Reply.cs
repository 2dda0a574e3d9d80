using System.Globalization;
using System.Text;
using System.Text.Json;
using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Stage;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Workspace.Slack.Http;

/// <summary>An answer as it goes over HTTP.</summary>
/// <param name="Error">Slack's name for it; null where all went well.</param>
/// <param name="Why">The error, in words.</param>
internal sealed record Reply(int Status, byte[] Body, string? Error = null, string Why = "")
{
    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>What the token was granted, and what the method would have accepted.</summary>
    public (string Granted, string Accepted)? Scopes { get; init; }

    public static Reply TooSoon(int seconds) => Of(new Answer.Refused("ratelimited") { RetryAfter = seconds }, "");

    public static Reply Refused(string error) => Of(new Answer.Refused(error), "");

    public static Reply Broken(int status) => new(status, Encoding.UTF8.GetBytes("<html><body>Server Error</body></html>"), $"http {status}", $"http {status}");

    /// <param name="provided">The token's scopes, for a call that lacks one.</param>
    public static Reply Of(Answer answer, string provided) => answer switch
    {
        Answer.Fine fine => new Reply(200, JsonBytes.Of(fine, Write)),
        Answer.Refused refused => new Reply(refused.RetryAfter is null ? 200 : 429, JsonBytes.Of(json => Write(json, refused, provided)), refused.Error, Words(refused))
        {
            RetryAfter = refused.RetryAfter,
        },
        _ => throw new InvalidOperationException("No other answers exist."),
    };

    public async Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = Status >= 500 ? "text/html" : "application/json; charset=utf-8";
        if (RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (Scopes is { } scopes)
        {
            response.Headers["x-oauth-scopes"] = scopes.Granted;
            response.Headers["x-accepted-oauth-scopes"] = scopes.Accepted;
        }
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, Answer.Fine fine)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        fine.Fields(json);
        if (fine.Next is not null || fine.Warnings.Count > 0)
        {
            json.WriteStartObject("response_metadata");
            if (fine.Next is not null) json.WriteString("next_cursor", fine.Next);
            if (fine.Warnings.Count > 0) Texts(json, "warnings", fine.Warnings);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Answer.Refused refused, string provided)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", false);
        json.WriteString("error", refused.Error);
        if (refused.Needed is not null)
        {
            json.WriteString("needed", refused.Needed);
            json.WriteString("provided", provided);
        }
        if (refused.Messages.Count > 0)
        {
            json.WriteStartObject("response_metadata");
            Texts(json, "messages", refused.Messages);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Words(Answer.Refused refused) => refused switch
    {
        { Needed: { } needed } => $"{refused.Error}: {needed}",
        { Messages.Count: > 0 } => $"{refused.Error}: {string.Join("; ", refused.Messages)}",
        { RetryAfter: { } seconds } => string.Create(CultureInfo.InvariantCulture, $"{refused.Error}: wait {seconds} s"),
        _ => refused.Error,
    };
}
