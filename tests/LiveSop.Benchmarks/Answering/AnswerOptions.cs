using System.Globalization;
using LiveSop.Benchmarks.Load;

namespace LiveSop.Benchmarks.Answering;

internal sealed record AnswerOptions
{
    /// <summary>Messages a second.</summary>
    public double Rate { get; init; } = 20;

    public int Seconds { get; init; } = 300;

    /// <summary>Seconds before what is measured, in which code is still being compiled and caches filled.</summary>
    public int WarmUp { get; init; } = 60;

    public int Channels { get; init; } = 200;

    /// <summary>That the workspace remembers.</summary>
    public int Incidents { get; init; } = 100_000;

    /// <summary>Procedures in force.</summary>
    public int Kinds { get; init; } = 200;

    /// <summary>So many seconds after each other a procedure changes, so that all is learnt anew, while it is measured; 0 for never.</summary>
    public int LearnEvery { get; init; }

    /// <summary>Of what the run leaves: the bot's log, its database while it runs.</summary>
    public string Folder { get; init; } = Path.Combine("out", "answer");

    /// <exception cref="LoadException">Not an option, or not its value.</exception>
    public static AnswerOptions Of(IReadOnlyList<string> args)
    {
        var options = new AnswerOptions();
        foreach (var pair in args.Chunk(2))
            options = pair switch
            {
                ["--folder", var folder] => options with { Folder = folder },
                ["--rate", var rate] => options with { Rate = Number(rate) },
                ["--seconds", var seconds] => options with { Seconds = Number(seconds) },
                ["--warm-up", var seconds] => options with { WarmUp = Number(seconds) },
                ["--channels", var channels] => options with { Channels = Number(channels) },
                ["--incidents", var incidents] => options with { Incidents = Number(incidents) },
                ["--learn-every", var seconds] => options with { LearnEvery = Number(seconds) },
                ["--kinds", var kinds] => options with { Kinds = Number(kinds) },
                _ => throw new LoadException($"{string.Join(' ', pair)} is no option of answer, or its value is missing."),
            };
        return options;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new LoadException($"{text} is no number from 1.");
}
