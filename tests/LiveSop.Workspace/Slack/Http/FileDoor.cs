using System.Text;
using LiveSop.Workspace.Slack.Talk;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Workspace.Slack.Http;

/// <summary>Where the bytes of files come in and go out.</summary>
internal sealed class FileDoor(World world)
{
    /// <summary>Raw, as Python and Java send it, or as a part of a form, as Node does.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        var ticket = context.Request.Path.Value!.Split('/')[^1];
        var bytes = await ReadAsync(context.Request);
        int status;
        lock (world.Ground.Gate) status = Store(ticket, bytes);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(status == StatusCodes.Status200OK ? $"OK - {bytes.Length}" : "");
    }

    /// <summary>With a good token of an app that holds <c>files:read</c>; else a page to sign in, as Slack answers, with 200.</summary>
    public async Task GiveAsync(HttpContext context)
    {
        var id = context.Request.Path.Value!.Split('/')[2].Split('-')[^1];
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        byte[]? bytes;
        lock (world.Ground.Gate) bytes = Find(id, token)?.Bytes;
        context.Response.ContentType = bytes is null ? "text/html; charset=utf-8" : "application/octet-stream";
        await context.Response.Body.WriteAsync(bytes ?? Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>Sign in to Slack</body></html>"));
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        var body = new MemoryStream();
        if (request.HasFormContentType && (await request.ReadFormAsync()).Files is { Count: > 0 } files)
        {
            await using var part = files[0].OpenReadStream();
            await part.CopyToAsync(body);
        }
        else
        {
            await request.Body.CopyToAsync(body);
        }
        return body.ToArray();
    }

    private int Store(string ticket, byte[] bytes)
    {
        if (world.Files.ByTicket(ticket) is not { } file) return StatusCodes.Status404NotFound;
        if (bytes.Length != file.Announced)
        {
            world.Ground.Blame("upload", $"{file.Id} was announced with {file.Announced} bytes and came with {bytes.Length}");
            return StatusCodes.Status400BadRequest;
        }
        file.Bytes = bytes;
        return StatusCodes.Status200OK;
    }

    private SharedFile? Find(string id, string token)
    {
        if (world.ByBotToken(token) is not { Dead: null } app || !app.Scopes.Contains("files:read") || world.Files.Find(id) is not { } file) return null;
        return file.Owner == app.Bot.Id || file.Shares.Any(s => s.Place.IsVisibleTo(app.Bot)) ? file : null;
    }
}
