using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>A modal or a Home tab as Slack keeps it.</summary>
/// <param name="Hash">Changes with every update: sent along, it guards against overwriting somebody else's.</param>
internal sealed record SlackView(string Id, string? Hash)
{
    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string Type { get; init; } = "modal";

    public string? CallbackId { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>Ours, as we rendered it; empty where we gave none.</summary>
    public string PrivateMetadata { get; init; } = "";

    public string? RootId { get; init; }

    public string? PreviousId { get; init; }

    public FormState State { get; init; } = FormState.Empty;

    public JsonElement Blocks { get; init; }

    public static SlackView? Read(JsonElement view) => view.Id("id"u8) is not { } id ? null : new SlackView(id, view.Id("hash"u8))
    {
        Type = view.Id("type"u8) ?? "modal",
        CallbackId = view.Id("callback_id"u8),
        ExternalId = view.Id("external_id"u8),
        PrivateMetadata = view.Words("private_metadata"u8) ?? "",
        RootId = view.Id("root_view_id"u8),
        PreviousId = view.Id("previous_view_id"u8),
        State = FormState.Read(view.Get("state"u8)),
        Blocks = view.Get("blocks"u8),
    };

    public override string ToString() => $"view {Id}";
}
