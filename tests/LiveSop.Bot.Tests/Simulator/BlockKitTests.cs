using System.Globalization;
using System.Text.Json;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class BlockKitTests
{
    /// <summary>A block at its limit, what makes it one too many, and where Slack points then. <c>{n}</c> stands for that many letters, <c>[n|x]</c> for x so often.</summary>
    public static TheoryData<string, int, string> Limits => new()
    {
        { """{"type":"section","text":{"type":"mrkdwn","text":"{n}"}}""", 3000, "/blocks/0/text/text" },
        { """{"type":"section","fields":[{"type":"mrkdwn","text":"{n}"}]}""", 2000, "/blocks/0/fields/0/text" },
        { """{"type":"section","fields":[[n|{"type":"plain_text","text":"x"}]]}""", 10, "/blocks/0/fields" },
        { """{"type":"header","text":{"type":"plain_text","text":"{n}"}}""", 150, "/blocks/0/text/text" },
        { """{"type":"divider","block_id":"{n}"}""", 255, "/blocks/0/block_id" },
        { """{"type":"context","elements":[[n|{"type":"plain_text","text":"x"}]]}""", 10, "/blocks/0/elements" },
        { """{"type":"actions","elements":[[n|{"type":"button","text":{"type":"plain_text","text":"x"}}]]}""", 25, "/blocks/0/elements" },
        { """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"{n}"}}]}""", 75, "/blocks/0/elements/0/text/text" },
        { """{"type":"actions","elements":[{"type":"button","action_id":"{n}","text":{"type":"plain_text","text":"x"}}]}""", 255, "/blocks/0/elements/0/action_id" },
        { """{"type":"actions","elements":[{"type":"button","value":"{n}","text":{"type":"plain_text","text":"x"}}]}""", 2000, "/blocks/0/elements/0/value" },
        { """{"type":"actions","elements":[{"type":"button","url":"{n}","text":{"type":"plain_text","text":"x"}}]}""", 3000, "/blocks/0/elements/0/url" },
        { """{"type":"actions","elements":[{"type":"static_select","options":[[n|{"text":{"type":"plain_text","text":"x"},"value":"x"}]]}]}""", 100, "/blocks/0/elements/0/options" },
        { """{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"{n}"},"value":"x"}]}]}""", 75, "/blocks/0/elements/0/options/0/text/text" },
        { """{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"x"},"value":"{n}"}]}]}""", 150, "/blocks/0/elements/0/options/0/value" },
        { """{"type":"actions","elements":[{"type":"overflow","options":[[n|{"text":{"type":"plain_text","text":"x"},"value":"x"}]]}]}""", 5, "/blocks/0/elements/0/options" },
        { """{"type":"actions","elements":[{"type":"checkboxes","options":[[n|{"text":{"type":"plain_text","text":"x"},"value":"x"}]]}]}""", 10, "/blocks/0/elements/0/options" },
        { """{"type":"actions","elements":[{"type":"users_select","placeholder":{"type":"plain_text","text":"{n}"}}]}""", 150, "/blocks/0/elements/0/placeholder/text" },
        { """{"type":"input","label":{"type":"plain_text","text":"{n}"},"element":{"type":"plain_text_input"}}""", 2000, "/blocks/0/label/text" },
        { """{"type":"image","image_url":"https://a.example/b.png","alt_text":"{n}"}""", 2000, "/blocks/0/alt_text" },
        { """{"type":"table","rows":[[n|[{"type":"raw_text","text":"x"}]]]}""", 100, "/blocks/0/rows" },
        { """{"type":"table","rows":[[[n|{"type":"raw_text","text":"x"}]]]}""", 20, "/blocks/0/rows/0" },
        { """{"type":"markdown","text":"{n}"}""", 12_000, "/blocks/0/text" },
        { """{"type":"context_actions","elements":[[n|{"type":"icon_button","icon":"trash","text":{"type":"plain_text","text":"x"}}]]}""", 5, "/blocks/0/elements" },
    };

    /// <summary>What Slack refuses whatever its size.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { """{"type":"banner"}""", "unsupported type: banner", "/blocks/0/type" },
        { """{"text":"x"}""", "missing required field: type", "/blocks/0" },
        { """{"type":"section"}""", "missing required field: text", "/blocks/0" },
        { """{"type":"section","text":{"type":"plain_text","text":""}}""", "must be more than 0 characters", "/blocks/0/text/text" },
        { """{"type":"section","text":"x"}""", "must be an object", "/blocks/0/text" },
        { """{"type":"section","text":{"type":"plain_text","text":"x"},"color":"red"}""", "invalid additional property: color", "/blocks/0" },
        { """{"type":"header","text":{"type":"mrkdwn","text":"x"}}""", "must be one of: plain_text", "/blocks/0/text/type" },
        { """{"type":"image","image_url":"https://a.example/b.png"}""", "missing required field: alt_text", "/blocks/0" },
        { """{"type":"actions","elements":[]}""", "no fewer than 1 items allowed", "/blocks/0/elements" },
        { """{"type":"actions","elements":[{"type":"plain_text_input"}]}""", "unsupported type: plain_text_input", "/blocks/0/elements/0/type" },
        { """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"style":"green"}]}""", "must be one of: primary, danger", "/blocks/0/elements/0/style" },
        { """{"type":"actions","elements":[{"type":"datepicker","initial_date":"14.9.2026"}]}""", "must be in the format yyyy-MM-dd", "/blocks/0/elements/0/initial_date" },
        { """{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"x"},"value":"x"}],"initial_option":{"text":{"type":"plain_text","text":"x"},"value":"y"}}]}""", "initial_option must be one of the options", "/blocks/0/elements/0/initial_option" },
        { """{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"number_input"}}""", "missing required field: is_decimal_allowed", "/blocks/0/element" },
        { """{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"file_input"}}""", "unsupported type: file_input", "/blocks" },
        { """{"type":"rich_text","elements":[{"type":"rich_text_list","style":"bullet","indent":9,"elements":[{"type":"rich_text_section","elements":[]}]}]}""", "must be less than 9", "/blocks/0/elements/0/indent" },
        { """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"shout","text":"x"}]}]}""", "unsupported type: shout", "/blocks/0/elements/0/elements/0/type" },
        { """{"type":"table","rows":[[{"type":"raw_text","text":""}]]}""", "must be more than 0 characters", "/blocks/0/rows/0/0/text" },
        { """{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}""", "block_id already exists: a", "/blocks/1/block_id" },
        { """{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}},{"type":"button","action_id":"a","text":{"type":"plain_text","text":"y"}}]}""", "action_id already exists for another element in this block: a", "/blocks/0/elements/1/action_id" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task takes_a_block_at_its_limit_and_points_at_one_beyond_it(string block, int most, string pointer)
    {
        await using var rig = await Rig.StartAsync();

        var within = await PostAsync(rig, Grown(block, most));
        var beyond = await PostAsync(rig, Grown(block, most + 1));

        within.Get("error").Should().BeNull();
        beyond.Get("error").Should().Be("invalid_blocks");
        beyond.Get("response_metadata.messages.0").Should().StartWith("[ERROR] ").And.EndWith($"[json-pointer:{pointer}]");
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task names_a_mistake_and_its_place(string block, string message, string pointer)
    {
        await using var rig = await Rig.StartAsync();

        var refused = await PostAsync(rig, block);

        refused.Get("error").Should().Be("invalid_blocks");
        refused.Get("response_metadata.messages")!.Should().Contain($"[ERROR] {message} [json-pointer:{pointer}]");
    }

    [Fact]
    public async Task takes_fifty_blocks_and_one_table()
    {
        await using var rig = await Rig.StartAsync();
        const string divider = """{"type":"divider"}""";
        const string table = """{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}""";

        (await PostAsync(rig, Repeated(divider, 50))).IsOk().Should().BeTrue();
        (await PostAsync(rig, Repeated(divider, 51))).Get("response_metadata.messages.0").Should().Be("[ERROR] no more than 50 items allowed [json-pointer:/blocks]");
        (await PostAsync(rig, table)).IsOk().Should().BeTrue();
        (await PostAsync(rig, $"{table},{table}")).Get("error").Should().Be("invalid_attachments");
    }

    [Fact]
    public async Task takes_the_shapes_of_slacks_documents()
    {
        await using var rig = await Rig.StartAsync();
        var shapes = """
            {"type":"header","text":{"type":"plain_text","text":"Run #12","emoji":true}},
            {"type":"section","block_id":"s1","text":{"type":"mrkdwn","text":"*Step 2*","verbatim":true},"expand":true,"accessory":{"type":"button","text":{"type":"plain_text","text":"x"}}},
            {"type":"context","elements":[{"type":"mrkdwn","text":"x"},{"type":"image","image_url":"https://a.example/x.png","alt_text":"x"}]},
            {"type":"actions","block_id":"a1","elements":[{"type":"button","action_id":"done","text":{"type":"plain_text","text":"Done"},"value":"run12:step2","style":"primary",
              "confirm":{"title":{"type":"plain_text","text":"Sure?"},"text":{"type":"plain_text","text":"x"},"confirm":{"type":"plain_text","text":"Yes"},"deny":{"type":"plain_text","text":"No"},"style":"danger"}}]},
            {"type":"rich_text","elements":[
              {"type":"rich_text_section","elements":[{"type":"text","text":"Hi ","style":{"bold":true}},{"type":"user","user_id":"U1"},{"type":"link","url":"https://a.example","text":"doc"},{"type":"emoji","name":"tada"}]},
              {"type":"rich_text_list","style":"ordered","indent":0,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]}]},
              {"type":"rich_text_preformatted","border":0,"elements":[{"type":"text","text":"code"}]},
              {"type":"rich_text_quote","elements":[{"type":"text","text":"q"}]}]},
            {"type":"table","rows":[[{"type":"raw_text","text":"Step"},{"type":"raw_text","text":"State"}]],"column_settings":[{"align":"left","is_wrapped":true}]}
            """;

        var posted = await PostAsync(rig, shapes);

        posted.Get("response_metadata.messages").Should().BeNull();
        posted.Get("message.blocks.0.block_id").Should().NotBeNullOrEmpty("Slack numbers what comes without id");
        posted.Get("message.blocks.1.accessory.action_id").Should().NotBeNullOrEmpty();
        posted.Get("message.blocks.1.block_id").Should().Be("s1");
    }

    private static Task<JsonElement> PostAsync(Rig rig, string blocks) => rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", "x"), ("blocks", $"[{blocks}]"));

    private static string Repeated(string block, int times) => string.Join(',', Enumerable.Repeat(block, times));

    private static string Grown(string block, int size)
    {
        block = block.Replace("{n}", new string('x', size), StringComparison.Ordinal);
        var open = block.IndexOf("[n|", StringComparison.Ordinal);
        if (open < 0) return block;
        var (depth, close) = (0, open + 1);
        for (; depth > 0 || block[close] != ']'; close++)
            depth += block[close] switch { '[' => 1, ']' => -1, _ => 0 };
        var item = block[(open + 3)..close];
        var items = Enumerable.Range(0, size).Select(i => item.Replace("\"value\":\"x\"", string.Create(CultureInfo.InvariantCulture, $"\"value\":\"x{i}\""), StringComparison.Ordinal));
        return block[..open] + string.Join(',', items) + block[(close + 1)..];
    }
}
