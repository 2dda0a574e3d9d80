using System.Globalization;

namespace LiveSop.Benchmarks.Load;

/// <summary>What is sent, to whom, and for how long.</summary>
internal sealed record LoadOptions
{
    /// <summary>Events a second, all kinds together. With <see cref="Max"/>: where the search begins.</summary>
    public double Rate { get; init; } = 200;

    public int Seconds { get; init; } = 60;

    public int Channels { get; init; } = 50;

    /// <summary>Share of messages that ask the bot for something, 0 to 1. Each is three events: the message, the mention, the bot's own answer.</summary>
    public double Mentions { get; init; } = 0.01;

    /// <summary>Sent before the ack times count, while both sides are still being compiled. Losses and doubles count from the first event.</summary>
    public int WarmUp { get; init; } = 10;

    /// <summary>Looks for the highest rate that is sustained.</summary>
    public bool Max { get; init; }

    /// <summary>Slack's own framework with an empty handler in the bot's place.</summary>
    public bool Bolt { get; init; }

    /// <summary>Of what the run leaves: the bot's log, its database while it runs.</summary>
    public string Folder { get; init; } = Path.Combine("out", "load");

    /// <summary>Messages a second that make <see cref="Rate"/>.</summary>
    public double Messages => Rate / (1 + (Bolt ? 1 : 2) * Mentions);

    /// <exception cref="FormatException">Not an option, or not its value.</exception>
    public static LoadOptions Of(IReadOnlyList<string> args)
    {
        var options = new LoadOptions();
        for (var i = 0; i < args.Count; i++)
        {
            string Value() => ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} needs a value");
            options = args[i] switch
            {
                "--rate" => options with { Rate = Number(Value()) },
                "--seconds" => options with { Seconds = (int)Number(Value()) },
                "--channels" => options with { Channels = (int)Number(Value()) },
                "--mentions" => options with { Mentions = Number(Value()) },
                "--warm-up" => options with { WarmUp = (int)Number(Value()) },
                "--max" => options with { Max = true },
                "--bolt" => options with { Bolt = true },
                "--folder" => options with { Folder = Value() },
                var other => throw new FormatException($"{other} is no option of load"),
            };
        }
        return options;
    }

    private static double Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : throw new FormatException($"{text} is no number that load can use");
}
