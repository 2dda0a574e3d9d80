using System.Text.Json;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>A file as messages and <c>files.info</c> show it.</summary>
internal static class FileJson
{
    public static void Write(Utf8JsonWriter json, SharedFile file, string root, bool withShares)
    {
        json.WriteStartObject();
        json.WriteString("id", file.Id);
        json.WriteNumber("created", file.Created.ToUnixTimeSeconds());
        json.WriteNumber("timestamp", file.Created.ToUnixTimeSeconds());
        json.WriteString("name", file.Name);
        json.WriteString("title", file.Title);
        json.WriteString("mimetype", MediaType(file.Name));
        json.WriteString("filetype", Path.GetExtension(file.Name).TrimStart('.'));
        json.WriteString("user", file.Owner);
        json.WriteString("user_team", file.TeamId);
        json.WriteNumber("size", file.Bytes?.Length ?? file.Announced);
        json.WriteString("mode", "hosted");
        if (file.AltText is not null) json.WriteString("alt_txt", file.AltText);
        json.WriteString("url_private", $"{root}/files/{file.TeamId}-{file.Id}/{Uri.EscapeDataString(file.Name)}");
        json.WriteString("url_private_download", $"{root}/files/{file.TeamId}-{file.Id}/download/{Uri.EscapeDataString(file.Name)}");
        json.WriteString("permalink", $"{root}/files/{file.Owner}/{file.Id}");
        json.WriteString("file_access", "visible");
        if (withShares) Shares(json, file);
        json.WriteEndObject();
    }

    private static void Shares(Utf8JsonWriter json, SharedFile file)
    {
        Names(json, "channels", file, RoomKind.Public);
        Names(json, "groups", file, RoomKind.Private);
        Names(json, "ims", file, RoomKind.Direct);
        json.WriteStartObject("shares");
        Places(json, "public", file, isPublic: true);
        Places(json, "private", file, isPublic: false);
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, SharedFile file, RoomKind kind)
    {
        json.WriteStartArray(name);
        foreach (var share in file.Shares.Where(s => s.Place.Kind == kind)) json.WriteStringValue(share.Place.Id);
        json.WriteEndArray();
    }

    private static void Places(Utf8JsonWriter json, string name, SharedFile file, bool isPublic)
    {
        json.WriteStartObject(name);
        foreach (var place in file.Shares.Where(s => s.Place.Kind == RoomKind.Public == isPublic).GroupBy(s => s.Place.Id))
        {
            json.WriteStartArray(place.Key);
            foreach (var (_, ts, threadTs) in place)
            {
                json.WriteStartObject();
                json.WriteString("ts", ts);
                if (threadTs is not null) json.WriteString("thread_ts", threadTs);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static string MediaType(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".CSV" => "text/csv",
        ".TXT" or ".LOG" or ".MD" => "text/plain",
        ".JSON" => "application/json",
        ".ZIP" => "application/zip",
        _ => "application/octet-stream",
    };
}
