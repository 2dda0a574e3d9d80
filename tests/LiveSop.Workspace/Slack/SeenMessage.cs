using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack;

/// <summary>A message before somebody's eyes.</summary>
/// <param name="Json">As Slack writes it.</param>
/// <param name="IsEphemeral">Only this person sees it.</param>
internal sealed record SeenMessage(Conversation Place, JsonElement Json, bool IsEphemeral)
{
    public string Ts => Json.Text("ts")!;

    public string? ThreadTs => Json.Text("thread_ts");

    public string? User => Json.Text("user");

    public string Text => Json.Text("text") ?? "";

    public JsonElement? Blocks => Json.Get("blocks");

    public bool IsReply => ThreadTs is { } root && root != Ts;

    /// <summary>Null where nobody edited it.</summary>
    public string? EditedTs => Json.Get("edited")?.Text("ts");

    internal static SeenMessage Of(Conversation place, Message message, string root, bool ephemeral = false) =>
        new(place, JsonBytes.Element(json => MessageJson.Write(json, place, message, root)), ephemeral);
}
