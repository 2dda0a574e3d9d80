using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Csv;

/// <summary>Where a message log keeps what; a null column is not there.</summary>
internal sealed record MessageLogColumns(int? Time, int? Author, int? Text, int? Thread, int? Id)
{
    public IReadOnlyList<(string What, string Flag)> Missing =>
    [
        .. Time is null ? new[] { ("time", SourceFlags.Time) } : [],
        .. Author is null ? new[] { ("author", SourceFlags.Author) } : [],
        .. Text is null ? new[] { ("text", SourceFlags.Text) } : [],
    ];

    public static MessageLogColumns In(Columns columns, ColumnNames named) => new(
        columns.Named(named.Time, SourceFlags.Time, "time", "timestamp", "datetime", "date time", "date", "ts", "sent", "sent at",
            "posted at", "created", "created at", "time:timestamp"),
        columns.Named(named.Author, SourceFlags.Author, "author", "author name", "from", "sender", "user", "user name", "username",
            "speaker", "name", "agent"),
        columns.Named(named.Text, SourceFlags.Text, "text", "message", "body", "content", "message text", "comment"),
        columns.Named(named.Thread, SourceFlags.Thread, "thread", "thread ts", "thread id", "conversation", "conversation id",
            "ticket", "ticket id", "case", "case id", "issue key"),
        columns.Named(named.Id, SourceFlags.Id, "id", "message id", "msg id", "client msg id", "ts"));
}

/// <summary>One utterance for each row.</summary>
internal sealed class MessageRows(MessageLogColumns columns, CsvCells cells) : CsvShape
{
    private readonly HashSet<string> threads = new(StringComparer.Ordinal);

    public override void Survey(CsvTable row)
    {
        cells.Survey(row, columns.Time);
        if (row[columns.Thread] is { Length: > 0 } thread) threads.Add(thread);
    }

    public override IEnumerable<Message> Read(CsvTable row)
    {
        var text = Plain.Text(row[columns.Text]);
        if (text.Length == 0) cells.Tally.Omit(Omission.Empty);
        else if (cells.TryTime(row, columns.Time, out var at))
            yield return new Message
            {
                Source = new SourceRef.CsvRow(cells.File, row.Row),
                Place = cells.File,
                Author = CsvCells.Somebody(row[columns.Author]),
                At = at,
                Text = text,
                Thread = ThreadOf(row),
            };
    }

    // Some logs leave the first message of a thread without it and name the thread by that message's id.
    private string? ThreadOf(CsvTable row)
    {
        if (row[columns.Thread] is { Length: > 0 } thread) return thread;
        var id = row[columns.Id];
        return id.Length > 0 && threads.Contains(id) ? id : null;
    }
}
