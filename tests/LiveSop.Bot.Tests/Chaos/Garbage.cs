using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveSop.Workspace;

namespace LiveSop.Bot.Tests.Chaos;

/// <summary>Frames that Slack should never send, made from such as it does. None concerns a channel of anybody's.</summary>
internal sealed class Garbage(ulong seed, string bot)
{
    private const int Mebibyte = 1 << 20;

    private readonly Dice dice = new(seed);
    private int number;

    /// <summary>Now and then a large one: of four mebibytes it takes a moment.</summary>
    public byte[] Frame()
    {
        var frame = Whole();
        return dice.Below(12) switch
        {
            0 => Encoding.UTF8.GetBytes(frame.ToJsonString())[..dice.Below(60)],
            1 => Scribbled(frame),
            2 => Encoding.UTF8.GetBytes(Nested(dice.Between(60, 5000))),
            3 => Encoding.UTF8.GetBytes(frame.ToJsonString().Replace("case", """\u0000 \ud800 case""", StringComparison.Ordinal)),
            4 => "null"u8.ToArray(),
            5 when number % 100 == 0 => Encoding.UTF8.GetBytes(Swollen(frame, dice.Between(1, 4)).ToJsonString()),
            6 => dice.Pick([[], "[]"u8.ToArray(), "{}"u8.ToArray(), "\"\""u8.ToArray(), "{\"type\":5}"u8.ToArray(), [0xff, 0xfe, 0], [0]]),
            _ => Encoding.UTF8.GetBytes(Mangled(frame).ToJsonString()),
        };
    }

    private JsonObject Whole()
    {
        var ts = $"17{++number:D8}.000100";
        var message = new JsonObject { ["type"] = "message", ["channel"] = "C0GARBAGE", ["user"] = "U0GARBAGE", ["ts"] = ts, ["text"] = $"case {number} <@{bot}> help", ["channel_type"] = "channel" };
        var inner = dice.Below(8) switch
        {
            0 => new JsonObject { ["type"] = "message", ["subtype"] = "message_changed", ["channel"] = "C0GARBAGE", ["message"] = message.DeepClone(), ["previous_message"] = message, ["ts"] = ts },
            1 => new JsonObject { ["type"] = "message", ["subtype"] = "message_deleted", ["channel"] = "C0GARBAGE", ["deleted_ts"] = ts, ["previous_message"] = message },
            2 => new JsonObject { ["type"] = "member_joined_channel", ["channel"] = "C0GARBAGE", ["user"] = "U0GARBAGE", ["channel_type"] = "C" },
            3 => new JsonObject { ["type"] = "user_change", ["user"] = new JsonObject { ["id"] = "U0GARBAGE", ["name"] = "case", ["tz"] = "case", ["profile"] = new JsonObject { ["real_name"] = "case", ["title"] = "case" } } },
            4 => new JsonObject { ["type"] = "channel_rename", ["channel"] = new JsonObject { ["id"] = "C0GARBAGE", ["name"] = "case" } },
            _ => message,
        };
        return new JsonObject
        {
            ["envelope_id"] = $"garbage-{number}",
            ["type"] = dice.Chance(0.9) ? "events_api" : "interactive",
            ["payload"] = new JsonObject { ["type"] = "event_callback", ["event_id"] = $"EvGARBAGE{number}", ["team_id"] = "T0GARBAGE", ["event"] = inner },
        };
    }

    private byte[] Scribbled(JsonObject frame)
    {
        var bytes = Encoding.UTF8.GetBytes(frame.ToJsonString());
        for (var i = dice.Between(1, 5); i > 0; i--) bytes[dice.Below(bytes.Length)] = (byte)dice.Below(256);
        return bytes;
    }

    private static string Nested(int depth) => """{"envelope_id":"deep","type":"events_api","payload":{"event":{"type":"message","channel":"C0GARBAGE","ts":"1.2","blocks":"""
        + new string('[', depth) + new string(']', depth) + "}}}";

    private static JsonObject Swollen(JsonObject frame, int mebibytes)
    {
        frame["payload"]!["event"]!["text"] = new string('x', (mebibytes * Mebibyte) - 2048);
        return frame;
    }

    /// <summary>Some field anywhere is of another kind, or gone.</summary>
    private JsonObject Mangled(JsonObject frame)
    {
        for (var i = dice.Between(1, 3); i > 0; i--)
        {
            JsonObject at = frame;
            while (at.Select(field => field.Value).OfType<JsonObject>().ToList() is { Count: > 0 } deeper && dice.Chance(0.75)) at = dice.Pick(deeper);
            if (at.Count == 0) continue;
            var name = dice.Pick(at.Select(field => field.Key).ToList());
            if (dice.Chance(0.2)) at.Remove(name);
            else at[name] = Odd();
        }
        return frame;
    }

    private JsonNode? Odd() => dice.Below(9) switch
    {
        0 => null,
        1 => true,
        2 => -1,
        3 => 1e300,
        4 => new JsonArray(1, "two", null),
        5 => new JsonObject { ["id"] = new JsonObject() },
        6 => "",
        7 => new string('é', dice.Between(200, 3000)),
        _ => JsonValue.Create(JsonSerializer.Deserialize<JsonElement>("99999999999.999999")),
    };
}
