using System.Globalization;
using System.Numerics;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>The checks behind Slack's limits. Lengths are UTF-16 units, which are never fewer than Slack's characters.</summary>
internal static class Limit
{
    /// <summary>What Slack allows of every id that an app gives.</summary>
    public const int IdLength = 255;

    public const int UrlLength = 3_000;

    public static string Id(string id, string field) => Length(id, 1, IdLength, field);

    /// <summary>For strings that only code makes: never for what people wrote.</summary>
    public static string Length(string text, int least, int most, string field)
    {
        if (text.Length >= least && text.Length <= most) return text;
        throw new BlockKitException(field, $"{Number(text.Length)} characters, allowed are {Number(least)} to {Number(most)}");
    }

    /// <summary>A copy of the list, so that what was checked stays what is sent.</summary>
    public static IReadOnlyList<T> Count<T>(IReadOnlyList<T> items, int least, int most, string field)
    {
        if (items.Count >= least && items.Count <= most) return [.. items];
        throw new BlockKitException(field, $"{Number(items.Count)} of them, allowed are {Number(least)} to {Number(most)}");
    }

    public static T Range<T>(T value, T least, T most, string field) where T : INumber<T>
    {
        if (value >= least && value <= most) return value;
        throw new BlockKitException(field, $"{Number(value)}, allowed is {Number(least)} to {Number(most)}");
    }

    public static IReadOnlyList<T> Distinct<T>(IReadOnlyList<T> items, Func<T, string?> id, string field)
    {
        var twice = items.Select(id).OfType<string>().GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
        return twice is null ? items : throw new BlockKitException(field, $"'{twice}' is there twice, each must be unique");
    }

    private static string Number<T>(T value) where T : INumber<T> => value.ToString("N0", CultureInfo.InvariantCulture);
}
