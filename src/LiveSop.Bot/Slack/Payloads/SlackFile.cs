using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>A file shown with a message. Its content is elsewhere, and its address opens only with the bot's token.</summary>
/// <param name="Mode"><c>tombstone</c> where it was deleted, <c>hidden_by_limit</c> where the plan hides it, otherwise how Slack shows it.</param>
/// <param name="MustAsk">Only a stub came, as Slack Connect sends it: <c>files.info</c> knows the rest.</param>
internal sealed record SlackFile(string? Id, string? Name, string? Title, string? Mimetype, long? Size, string? Mode, bool MustAsk)
{
    public bool IsGone => Mode == "tombstone";

    /// <summary>Where to download it from; null where Slack does not hold it or did not say.</summary>
    public string? Download { get; init; }

    /// <summary>The channels and conversations that show it, as far as <c>files.info</c> says so.</summary>
    public IReadOnlyList<ChannelId> ShownIn { get; init; } = [];

    public static SlackFile Read(JsonElement file) => new(
        file.Id("id"u8), file.Words("name"u8), file.Words("title"u8), file.Id("mimetype"u8), file.Number("size"u8), file.Id("mode"u8),
        file.Id("file_access"u8) == "check_file_info")
    {
        Download = file.Words("url_private_download"u8),
        ShownIn = Places(file.Get("shares"u8)),
    };

    public static IReadOnlyList<SlackFile> All(JsonElement files) => files.ValueKind == JsonValueKind.Array
        ? [.. files.EnumerateArray().Where(file => file.IsObject()).Select(Read)]
        : [];

    private static IReadOnlyList<ChannelId> Places(JsonElement shares)
    {
        List<ChannelId> places = [.. Shares(shares.Get("public"u8)), .. Shares(shares.Get("private"u8))];
        return places.Count > 0 ? places : [];
    }

    private static IEnumerable<ChannelId> Shares(JsonElement byPlace) =>
        byPlace.IsObject() ? byPlace.EnumerateObject().Select(SlackJson.Named).Where(place => place.Name.Length > 0).Select(place => new ChannelId(place.Name)) : [];

    // The address may carry a token.
    public override string ToString() => $"file {Id}";
}
