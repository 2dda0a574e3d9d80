using System.Text;

namespace LiveSop.Bot.Sources;

internal enum InputKind
{
    Zip,

    /// <summary>One JSON list.</summary>
    JsonList,

    /// <summary>JSON objects, one after another; often there is one.</summary>
    JsonObjects,

    Csv,
}

/// <summary>What a file is, by its first bytes: names lie, and exports get renamed.</summary>
internal static class Opening
{
    private const int Bytes = 4096;

    private static readonly (byte[] Magic, string Sentence)[] Refused =
    [
        ([0x1F, 0x8B], "is compressed with gzip; unpack it first."),
        ([0xD0, 0xCF, 0x11, 0xE0], "is an old Excel workbook; save the sheet as \"CSV UTF-8\" and give that."),
        ("%PDF"u8.ToArray(), "is a PDF; give a Slack export zip, a CSV or Jira's JSON."),
        ([0x37, 0x7A, 0xBC, 0xAF], "is a 7-Zip archive; give the zip as Slack made it."),
        ("Rar!"u8.ToArray(), "is a RAR archive; give the zip as Slack made it."),
        ([0xFF, 0xFE, 0x00, 0x00], "is UTF-32; save it as UTF-8."),
    ];

    public static async Task<InputKind> ReadAsync(string path, CancellationToken cancellation)
    {
        var buffer = new byte[Bytes];
        await using var stream = InputFile.Open(path);
        try
        {
            var read = await stream.ReadAtLeastAsync(buffer, Bytes, throwOnEndOfStream: false, cancellation);
            return Kind(path, buffer.AsSpan(0, read));
        }
        catch (IOException e)
        {
            throw InputFile.Unreadable(path, e);
        }
    }

    private static InputKind Kind(string path, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8)) return InputKind.Zip;
        foreach (var (magic, sentence) in Refused)
            if (start.StartsWith(magic)) throw new BadInputException(path, sentence);

        var encoding = TextEncoding(path, start);
        var text = encoding.GetString(start).AsSpan().TrimStart('\uFEFF').TrimStart();
        if (text.IsEmpty) throw new BadInputException(path, "is empty; export it again.");
        if (text[0] == '[') return InputKind.JsonList;
        if (text[0] == '{') return InputKind.JsonObjects;
        return IsMarkup(text)
            ? throw new BadInputException(path, "is HTML or XML, whatever its name says; in Jira choose the CSV export (or give JSON).", 1)
            : InputKind.Csv;
    }

    private static Encoding TextEncoding(string path, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode;
        if (start.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        if (!start.Contains((byte)0)) return Encoding.UTF8;
        throw new BadInputException(path, IsEveryOtherZero(start)
            ? "looks like UTF-16 without a byte order mark; save it as UTF-8."
            : "is a binary file; give a Slack export zip, a CSV or Jira's JSON.", 1);
    }

    private static bool IsEveryOtherZero(ReadOnlySpan<byte> start)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < start.Length; i++)
            if (start[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        return Math.Max(even, odd) > start.Length / 4 && Math.Min(even, odd) < start.Length / 16;
    }

    private static bool IsMarkup(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[0] == '<' && (char.IsAsciiLetter(text[1]) || text[1] is '!' or '?');
}
