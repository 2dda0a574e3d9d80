namespace LiveSop.Benchmarks.Matching;

/// <summary>
/// Requests of invented kinds, and talk that is none: each kind has a few words of its own, which it shares in part with its neighbours, between words that all kinds use. The same
/// seed gives the same texts.
/// </summary>
internal sealed class InventedKinds(int seed)
{
    private const int OwnWords = 8;

    private static readonly string[] syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dar", "fel", "gim", "hop", "jun", "kar", "lem", "nis", "pol", "tur"];

    private static readonly string[] common =
    [
        "the", "our", "does", "not", "work", "since", "this", "morning", "customer", "says", "please", "help", "again", "when", "they", "try", "to", "it", "is", "stuck", "with", "error", "after", "update", "for", "and", "shows", "nothing", "in", "report",
    ];

    private readonly Random random = new(seed);

    /// <param name="kind">From 0.</param>
    public string Request(int kind) => Text(6 + random.Next(8), () => random.NextDouble() < 0.4 ? Word((kind * (OwnWords - 1)) + random.Next(OwnWords)) : common[random.Next(common.Length)]);

    /// <summary>In words of its own, and now and then in one of a kind's.</summary>
    public string Unrelated(int kinds) => Text(4 + random.Next(10), () => random.NextDouble() switch
    {
        < 0.05 => Word(random.Next(kinds * (OwnWords - 1))),
        < 0.4 => Word(1_000_000 + random.Next(3_000)),
        _ => common[random.Next(common.Length)],
    });

    private static string Text(int words, Func<string> next) => string.Join(' ', Enumerable.Range(0, words).Select(_ => next()));

    /// <summary>The same for the same number.</summary>
    private static string Word(int number)
    {
        var (word, left) = ("", number + 7);
        for (var i = 0; i < 3; i++, left /= syllables.Length) word += syllables[left % syllables.Length];
        return word + (left > 0 ? syllables[left % syllables.Length] : "");
    }
}
