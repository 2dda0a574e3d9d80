using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Csv;

/// <summary>Where an event log keeps what; a null column is not there.</summary>
internal sealed record EventLogColumns(int? Case, int? Activity, int? Time, int? Resource)
{
    public IReadOnlyList<(string What, string Flag)> Missing =>
    [
        .. Case is null ? new[] { ("case", SourceFlags.Case) } : [],
        .. Activity is null ? new[] { ("activity", SourceFlags.Activity) } : [],
        .. Time is null ? new[] { ("time", SourceFlags.Time) } : [],
    ];

    public static EventLogColumns In(Columns columns, ColumnNames named) => new(
        columns.Named(named.Case, SourceFlags.Case, "case:concept:name", "case", "case id", "caseid", "case key", "trace",
            "trace id", "process instance", "ticket", "ticket id", "issue", "issue key", "issue id", "incident", "incident id",
            "request id", "order id"),
        columns.Named(named.Activity, SourceFlags.Activity, "concept:name", "activity", "activity name", "activity id", "event",
            "event name", "task", "action", "step"),
        columns.Named(named.Time, SourceFlags.Time, "time:timestamp", "timestamp", "time", "datetime", "date time", "date",
            "event time", "complete timestamp", "completed", "end time", "end timestamp", "start timestamp",
            "start time", "start", "created", "created at"),
        columns.Named(named.Resource, SourceFlags.Resource, "org:resource", "resource", "agent", "user", "actor", "performer",
            "employee", "assignee", "performed by", "owner", "author"));
}

/// <summary>One recorded deed for each row.</summary>
internal sealed class EventRows(EventLogColumns columns, CsvCells cells) : CsvShape
{
    public override void Survey(CsvTable row) => cells.Survey(row, columns.Time);

    public override IEnumerable<Message> Read(CsvTable row)
    {
        var activity = Plain.Text(row[columns.Activity]);
        var thread = row[columns.Case];
        if (activity.Length == 0) cells.Tally.Omit(Omission.WithoutActivity);
        else if (thread.Length == 0) cells.Tally.Omit(Omission.WithoutCase);
        else if (cells.TryTime(row, columns.Time, out var at))
            yield return new Message
            {
                Source = new SourceRef.CsvRow(cells.File, row.Row),
                Place = cells.File,
                Author = CsvCells.Somebody(row[columns.Resource]),
                At = at,
                Text = activity,
                Thread = thread,
                Activity = activity,
            };
    }
}
