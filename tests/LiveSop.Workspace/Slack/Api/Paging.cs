using System.Globalization;
using System.Text;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>Cuts lists into pages with opaque cursors.</summary>
internal static class Paging
{
    /// <param name="Next">Where the next page begins; null at the end.</param>
    internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

    /// <returns>Null where the cursor is none of ours.</returns>
    public static Page<T>? Of<T>(Call call, IReadOnlyList<T> all, int otherwise = 100, int most = 1000)
    {
        if (Start(call.Args.Text("cursor")) is not { } start || start > all.Count) return null;
        var size = Size(call, otherwise, most);
        var items = all.Skip(start).Take(size).ToList();
        var end = start + items.Count;
        return new Page<T>(items, end < all.Count ? Cursor(end) : null);
    }

    /// <summary>How many entries to give: what was asked for, less where short pages are on, now and then none.</summary>
    public static int Size(Call call, int otherwise, int most)
    {
        var asked = (int)Math.Clamp(call.Args.Number("limit") is > 0 and var limit ? limit : otherwise, 1, most);
        if (!call.Ground.Limits.ShortPages) return asked;
        return call.Ground.Dice.Chance(0.15) ? 0 : call.Ground.Dice.Between(1, asked);
    }

    public static string Cursor(long position) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"next:{position}")));

    /// <summary>0 for no cursor, null for one that is none of ours.</summary>
    public static int? Start(string? cursor) => cursor is null ? 0 : (int?)Position(cursor);

    public static long? Position(string cursor)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (cursor.Length > 64 || !Convert.TryFromBase64String(cursor, bytes, out var count)) return null;
        var text = Encoding.UTF8.GetString(bytes[..count]);
        return text.StartsWith("next:", StringComparison.Ordinal) && long.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : null;
    }
}
