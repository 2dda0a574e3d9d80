using System.Text.Json;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>A modal that is open, or somebody's Home tab.</summary>
/// <param name="user">Before whom it stands.</param>
internal sealed class View(string id, Installation app, string user)
{
    private static readonly string[] Given = ["callback_id", "title", "submit", "close", "blocks", "private_metadata"];

    public string Id { get; } = id;

    public Installation App { get; } = app;

    public string User { get; } = user;

    /// <summary>As the app gave it, its blocks numbered.</summary>
    public required JsonElement Source { get; set; }

    /// <summary>Changes with each update.</summary>
    public required string Hash { get; set; }

    /// <summary>The one below it on the stack.</summary>
    public View? Previous { get; init; }

    public FormState State { get; } = new();

    /// <summary>What Slack shows under each block, by block id.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    public bool IsHome => Source.Text("type") == "home";

    public string ExternalId => Source.Text("external_id") ?? "";

    public string Title => Source.Get("title")?.Text("text") ?? "";

    public JsonElement? Blocks => Source.Get("blocks");

    public bool ClearsOnClose => Source.Flag("clear_on_close");

    public bool NotifiesOnClose => Source.Flag("notify_on_close");

    /// <summary>As Slack shows it to the app.</summary>
    public JsonElement Json => JsonBytes.Element(Write);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("team_id", App.Workspace.Id);
        json.WriteString("type", IsHome ? "home" : "modal");
        foreach (var name in Given)
            if (Source.Get(name) is { } value) json.Write(name, value);
            else if (name is "callback_id" or "private_metadata") json.WriteString(name, "");
            else json.WriteNull(name);
        State.Write(json, Blocks);
        json.WriteString("hash", Hash);
        json.WriteBoolean("clear_on_close", ClearsOnClose);
        json.WriteBoolean("notify_on_close", NotifiesOnClose);
        json.WriteString("root_view_id", Root.Id);
        if (Previous is null) json.WriteNull("previous_view_id"); else json.WriteString("previous_view_id", Previous.Id);
        json.WriteString("app_id", App.App.Id);
        json.WriteString("external_id", ExternalId);
        json.WriteString("app_installed_team_id", App.Workspace.Id);
        json.WriteString("bot_id", App.Bot.BotId);
        json.WriteEndObject();
    }

    private View Root => Previous is null ? this : Previous.Root;
}
