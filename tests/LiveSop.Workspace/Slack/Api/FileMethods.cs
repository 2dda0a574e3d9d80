using System.Text.Json;
using LiveSop.Workspace.Slack.BlockKit;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>Uploads in three steps, and what is known of a file.</summary>
internal static class FileMethods
{
    private const int LongestAltText = 1000;

    public static IEnumerable<Method> All =>
    [
        new("files.getUploadURLExternal", Tier.Four, "files:write", Announce),
        new("files.completeUploadExternal", Tier.Four, "files:write", Complete),
        new("files.info", Tier.Four, "files:read", Info),
        new("files.upload", Tier.Two, "files:write", _ => Answer.No("method_deprecated")),
    ];

    private static Answer Announce(Call call)
    {
        if (call.Args.Text("filename") is not { } name) return Call.Missing("filename");
        if (call.Args.Number("length") is not >= 1) return Answer.No("invalid_arguments", "[ERROR] length must be more than 0");
        if (call.Args.Text("alt_txt")?.Length > LongestAltText) return Answer.No("alt_txt_too_large");
        var file = new SharedFile(call.Ground.Mint.Id("F"), name, call.BotUser, call.Team.Id)
        {
            Announced = call.Args.Number("length")!.Value,
            AltText = call.Args.Text("alt_txt"),
            Created = call.Ground.Now,
        };
        var url = call.World.Files.Announce(file);
        return Answer.Ok(json =>
        {
            json.WriteString("upload_url", url);
            json.WriteString("file_id", file.Id);
        });
    }

    private static Answer Complete(Call call)
    {
        if (call.Args.Object("files") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0) return Call.Missing("files");
        var files = new List<SharedFile>();
        foreach (var item in list.EnumerateArray())
        {
            if (call.World.Files.Find(item.Text("id")) is not { } file || file.Owner != call.BotUser) return Answer.No("file_not_found");
            if (file.Bytes is null) return Answer.No("file_not_found", $"[ERROR] {file.Id} has no content: nothing was sent to its upload_url");
            file.Title = item.Text("title") ?? file.Name;
            files.Add(file);
        }
        var channels = call.Args.Text("channel_id") is { } one ? [one] : call.Args.List("channels");
        var (places, refused) = Places(call, channels);
        if (refused is not null) return refused;
        foreach (var file in files) file.Complete = true;
        foreach (var place in places) Share(call, place, files);
        return Answer.Ok(json => Write(json, call, files));
    }

    private static (IReadOnlyList<Conversation> Places, Answer.Refused? Refused) Places(Call call, IReadOnlyList<string> channels)
    {
        var places = new List<Conversation>();
        foreach (var channel in channels)
        {
            if (call.Team.Conversations.Find(channel) is not { } place || !place.IsVisibleTo(call.App.Bot)) return ([], Answer.No("channel_not_found"));
            if (!place.Has(call.BotUser)) return ([], Answer.No("not_in_channel"));
            if (place.IsArchived) return ([], Answer.No("is_archived"));
            if (Target.WrongThread(place, call.Args.Text("thread_ts")) is { } thread) return ([], thread);
            places.Add(place);
        }
        return (places, null);
    }

    private static void Share(Call call, Conversation place, IReadOnlyList<SharedFile> files) => call.Team.Talking.Say(place, new Message
    {
        Ts = "",
        User = call.BotUser,
        Team = call.Team.Id,
        Bot = call.App.Mark,
        Subtype = "file_share",
        Text = call.Args.Text("initial_comment") ?? "",
        Blocks = call.Args.Has("initial_comment") ? null : Numbering.Of(call.Args.Object("blocks"), call.Ground.Mint),
        ThreadTs = call.Args.Text("thread_ts"),
        Files = files,
    });

    private static Answer Info(Call call)
    {
        if (call.World.Files.Find(call.Args.Text("file")) is not { } file || !MaySee(call, file)) return Answer.No("file_not_found");
        return Answer.Ok(json =>
        {
            json.WritePropertyName("file");
            FileJson.Write(json, file, call.Ground.Root, withShares: true);
        });
    }

    private static bool MaySee(Call call, SharedFile file) =>
        file.Owner == call.BotUser || file.Shares.Any(s => s.Place.Workspaces.Contains(call.Team) && s.Place.IsVisibleTo(call.App.Bot));

    private static void Write(Utf8JsonWriter json, Call call, IReadOnlyList<SharedFile> files)
    {
        json.WriteStartArray("files");
        foreach (var file in files) FileJson.Write(json, file, call.Ground.Root, withShares: true);
        json.WriteEndArray();
    }
}
