using System.Text.Json;
using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Stage;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Workspace.Slack.Http;

/// <summary>A call as it came: form, JSON, multipart or query; the token in the header or among the fields.</summary>
/// <param name="Error">Why the body cannot be read, by Slack's name; null where it can.</param>
internal sealed record ApiRequest(string Method, string HttpMethod, string? Token, Arguments Args, string? Error)
{
    /// <summary>The token came in the header, as app-level tokens must.</summary>
    public bool TokenInHeader { get; init; }

    public static async Task<ApiRequest> ReadAsync(HttpContext context, string method)
    {
        var request = context.Request;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query) fields[name] = value.ToString();
        var error = await ReadBodyAsync(request, fields);
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
        fields.Remove("token", out var fieldToken);
        return new ApiRequest(method, request.Method, token ?? fieldToken, new Arguments(fields), error) { TokenInHeader = token is not null };
    }

    private static async Task<string?> ReadBodyAsync(HttpRequest request, Dictionary<string, string> fields)
    {
        if (HttpMethods.IsGet(request.Method)) return null;
        if (request.HasFormContentType) return await ReadFormAsync(request, fields);
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (body.Length == 0) return null;
        if (request.ContentType is null) return "missing_post_type";
        if (!request.ContentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)) return "invalid_post_type";
        return ReadJson(body.ToArray(), fields);
    }

    private static async Task<string?> ReadFormAsync(HttpRequest request, Dictionary<string, string> fields)
    {
        try
        {
            foreach (var (name, value) in await request.ReadFormAsync(Form)) fields[name] = value.ToString();
            return null;
        }
        catch (InvalidDataException)
        {
            return "invalid_form_data";
        }
    }

    private static Microsoft.AspNetCore.Http.Features.FormOptions Form => new() { ValueLengthLimit = 64 << 20, KeyLengthLimit = 1 << 16, MultipartBodyLengthLimit = 1L << 30 };

    private static string? ReadJson(byte[] body, Dictionary<string, string> fields)
    {
        try
        {
            var json = JsonBytes.Element(body);
            if (json.ValueKind != JsonValueKind.Object) return "json_not_object";
            foreach (var (name, value) in Arguments.Of(json).Values) fields[name] = value;
            return null;
        }
        catch (JsonException)
        {
            return "invalid_json";
        }
    }
}
