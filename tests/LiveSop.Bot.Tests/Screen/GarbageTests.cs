using System.Text.Json;
using System.Text.Json.Nodes;
using LiveSop.Bot.Tests.Blocks;
using LiveSop.Workspace.Screen;
using Spectre.Console;

namespace LiveSop.Bot.Tests.Screen;

/// <summary>Whatever comes, the screen shows something, in its width, and nobody steers the terminal.</summary>
public sealed class GarbageTests
{
    private static readonly string[] Odd = ["null", "true", "7", "1e99", "\"\"", "\"x\"", "[]", "{}", "[null]", "{\"type\":\"text\"}", "\"99999999999999999999.1\""];

    [Fact]
    public void damaged_messages_and_views_still_show()
    {
        var random = new Random(11);
        for (var round = 0; round < 250; round++)
        {
            var (messages, view) = (Damaged("conversation.json", random), Damaged("modal.json", random));

            Shots.Of(screen => screen.Conversation("C1", messages.ValueKind == JsonValueKind.Array ? messages.EnumerateArray() : [messages]));
            Shots.Of(screen => screen.View(view));
        }
    }

    [Theory]
    [InlineData(24)]
    [InlineData(80)]
    [InlineData(120)]
    public void no_line_is_wider_than_the_screen(int width)
    {
        var shot = Shots.Of(screen =>
        {
            screen.Conversation("C1", SlackScreenTests.Read("conversation.json").EnumerateArray());
            screen.View(SlackScreenTests.Read("modal.json"));
        }, width);

        shot.Split('\n').Where(line => line.GetCellWidth() > width).Should().BeEmpty();
    }

    [Fact]
    public void hostile_text_steers_no_terminal()
    {
        var random = new Random(12);
        for (var round = 0; round < 200; round++)
        {
            var text = JsonValue.Create(new string(HostileText.Next(random).Take(400).ToArray())).ToJsonString();
            var shot = Shots.OfBlocks($$"""
                [{"type":"header","text":{"type":"plain_text","text":{{text}} } },{"type":"section","text":{"type":"mrkdwn","text":{{text}} } },
                 {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":{{text}} }]}]},
                 {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":{{text}} } }]},{"type":"image","alt_text":{{text}},"image_url":{{text}} }]
                """);

            shot.Where(letter => char.IsControl(letter) && letter != '\n').Should().BeEmpty();
            shot.Should().NotContain("\u202E");
        }
    }

    [Fact]
    public void a_terminal_with_colours_gets_them_and_a_pipe_does_not()
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor, Out = new AnsiConsoleOutput(writer) });

        new SlackScreen(console, Shots.Alice).View(SlackScreenTests.Read("modal.json"));

        writer.ToString().Should().Contain("\u001b[");
        Shots.Of(screen => screen.View(SlackScreenTests.Read("modal.json"))).Should().NotContain("\u001b");
    }

    private static JsonElement Damaged(string file, Random random)
    {
        var tree = JsonNode.Parse(SlackScreenTests.Read(file).GetRawText())!;
        for (var damage = random.Next(1, 5); damage > 0; damage--)
        {
            var places = Places(tree).ToList();
            if (places.Count == 0) break;
            var (parent, key) = places[random.Next(places.Count)];
            var odd = JsonNode.Parse(Odd[random.Next(Odd.Length)]);
            if (parent is JsonObject shape) shape[(string)key] = odd;
            else parent.AsArray()[(int)key] = odd;
        }
        return JsonSerializer.SerializeToElement(tree);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject shape => shape.SelectMany(field => Places(field.Value).Prepend((shape, field.Key))),
        JsonArray items => items.SelectMany((item, i) => Places(item).Prepend((items, i))),
        _ => [],
    };
}
