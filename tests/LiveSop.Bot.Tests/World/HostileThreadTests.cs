using System.Text.Json;
using LiveSop.Bot.Tests.Blocks;

namespace LiveSop.Bot.Tests.World;

public sealed class HostileThreadTests
{
    [Fact]
    public async Task hostile_text_is_shown_and_never_obeyed()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        var random = new Random(7);
        for (var round = 0; round < 8; round++)
        {
            var thread = await ada.PostAsync("general", $"the export hangs {Spoken(random)}");
            await bo.PostAsync("general", $"restarted the worker {Spoken(random)}", thread);
            await bo.PostAsync("general", $"Sent it to <!channel> and <https://evil.example|the bank> {Spoken(random)}", thread);

            var shown = await world.ReadAsync(ada, Shortcuts.Capture, "general", thread);

            shown.Should().Contain("*Saved* by");
            using var modal = JsonDocument.Parse(shown);
            var texts = Typed(modal.RootElement).ToList();
            texts.Select(text => text.Type).Should().NotContain(["link", "user", "broadcast", "usergroup", "channel", "emoji"], "in rich text it stays text");
            texts.Where(text => text.Type == "mrkdwn").Select(text => text.Text).Should().NotContain(text => text.Replace("<!date^", "", StringComparison.Ordinal).Contains("<!", StringComparison.Ordinal) || text.Contains("evil", StringComparison.Ordinal));
        }
        world.Slack.Faults.Should().BeEmpty();
    }

    private static IEnumerable<(string Type, string Text)> Typed(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Typed),
        JsonValueKind.Object => [.. Own(json), .. json.EnumerateObject().SelectMany(field => Typed(field.Value))],
        _ => [],
    };

    private static IEnumerable<(string, string)> Own(JsonElement json) => json.TryGetProperty("type", out var type)
        ? [(type.GetString()!, json.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "")]
        : [];

    // A message that Slack would not take at all proves nothing.
    private static string Spoken(Random random) => HostileText.Next(random) is { Length: < 3_000 } text ? text : "x";
}
