using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace LiveSop.Bot.Sources.Csv;

/// <summary>A CSV read record by record and by column index, since names of columns may repeat.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvReader reader;
    private readonly Stream stream;
    private readonly char? delimiter;

    private CsvTable(string path, SourceOptions options)
    {
        Path = path;
        delimiter = options.Delimiter;
        stream = InputFile.Open(path);
        reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            Separator = options.Delimiter,
            MaxRecordSize = options.Limits.ItemBytes,
            OnMalformedRecord = Refuse,
        });
    }

    public string Path { get; }

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The record's number, counted from 1 with the header as 1; lines without anything are no records.</summary>
    public int Row => checked((int)reader.RowNumber);

    /// <summary>The physical line on which the record begins.</summary>
    public long Line => reader.LineNumber;

    /// <summary>A column's text, trimmed; empty past the end of a short record, and for a column the file lacks.</summary>
    public string this[int? column] => column is { } index && index < reader.FieldCount ? reader.GetString(index).Trim() : "";

    /// <summary>Opens the file and reads its header.</summary>
    public static async Task<CsvTable> OpenAsync(string path, SourceOptions options, CancellationToken cancellation)
    {
        if (options.Delimiter is { } delimiter && (!char.IsAscii(delimiter) || delimiter is '"' or '\r' or '\n'))
            throw new BadInputException(path, $"cannot be cut at \"{delimiter}\"; name another character with {SourceFlags.Delimiter}.");
        var table = new CsvTable(path, options);
        try
        {
            if (!await table.ReadAsync(cancellation)) throw new BadInputException(path, "is empty; export it again.");
            table.Header = [.. Enumerable.Range(0, table.reader.FieldCount).Select(i => table[i].TrimStart('\uFEFF'))];
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>False at the end of the file.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            if (!await reader.ReadAsync(cancellation)) return false;
        }
        catch (CsvFormatException e)
        {
            throw new BadInputException(Path, "a record is larger than any real one, so a quote is probably not closed; "
                + "close it, or double the quotes inside the field.", e.LineNumber, e);
        }
        catch (IOException e)
        {
            throw InputFile.Unreadable(Path, e);
        }
        RefuseOtherEncodings(reader.RawRecord);
        if (Header.Count > 0) RefuseSurplus();
        return true;
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private void RefuseOtherEncodings(ReadOnlySpan<byte> record)
    {
        if (record.Contains((byte)0))
            throw new BadInputException(Path, "holds a zero byte, so it is not text in UTF-8; save it as UTF-8.",
                LineAt(record, record.IndexOf((byte)0)));
        if (Utf8.IsValid(record)) return;
        var good = 0;
        while (Rune.DecodeFromUtf8(record[good..], out _, out var bytes) == System.Buffers.OperationStatus.Done) good += bytes;
        throw new BadInputException(Path, "is not UTF-8 (it looks like Latin-1 or Windows-1252); save it as UTF-8.", LineAt(record, good));
    }

    // More fields than columns means a text with the delimiter in it and no quotes around: everything behind it would be misread.
    private void RefuseSurplus()
    {
        for (var i = Header.Count; i < reader.FieldCount; i++)
            if (this[i].Length > 0)
                throw new BadInputException(Path, $"has {reader.FieldCount} fields where the header names {Header.Count}; "
                    + "put quotes around fields that contain the delimiter.", Line);
    }

    // A quote in the middle of a field (5" pipe) is text; any other breach means that fields have run together.
    private void Refuse(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.StrayQuote) return;
        var linesBefore = record.RawRecord.AsSpan(0, OpenQuote(record.RawRecord)).Count('\n');
        throw new BadInputException(Path, record.Reason == CsvMalformedReason.UnterminatedQuote
            ? "a quote is opened here and never closed; close it, or double the quotes inside the field."
            : "a quoted field is followed by more text; double the quotes inside the field.", record.LineNumber + linesBefore);
    }

    /// <summary>Where the quote stands that broke the record.</summary>
    private int OpenQuote(string record)
    {
        var opened = 0;
        var inside = false;
        for (var i = 0; i < record.Length; i++)
        {
            if (record[i] != '"') continue;
            var endsField = i + 1 == record.Length || IsDelimiter(record[i + 1]);
            if (!inside && (i == 0 || IsDelimiter(record[i - 1]))) (inside, opened) = (true, i);
            else if (inside && !endsField && record[i + 1] == '"') i++;
            else if (inside && !endsField) return opened;
            else inside = false;
        }
        return opened;
    }

    private bool IsDelimiter(char character) =>
        delimiter is { } named ? character == named : character is ',' or ';' or '\t' or '|';

    private long LineAt(ReadOnlySpan<byte> record, int position) => Line + record[..position].Count((byte)'\n');
}
