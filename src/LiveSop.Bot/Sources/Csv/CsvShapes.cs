using LiveSop.Bot.Sources.Times;

namespace LiveSop.Bot.Sources.Csv;

/// <summary>Tells by the header what a CSV is.</summary>
internal static class CsvShapes
{
    /// <exception cref="BadInputException">No shape fits, with what each lacks.</exception>
    public static CsvShape Recognise(CsvTable table, SourceOptions options, TimeReader times, ImportTally tally)
    {
        var columns = new Columns(table.Path, table.Header);
        var named = options.Columns;
        var log = EventLogColumns.In(columns, named);
        var talk = MessageLogColumns.In(columns, named);
        var cells = new CsvCells(table.Path, times, tally);

        return Tell(columns, named, log, talk) switch
        {
            CsvKind.Jira => new JiraRows(JiraColumns.In(columns)!, cells, options),
            CsvKind.EventLog => new EventRows(log, cells),
            CsvKind.MessageLog => new MessageRows(talk, cells),
            _ => throw new BadInputException(table.Path, $"{Lacks(log, talk, SaysEvents(named), SaysTalk(named))}; it has {columns.Found}.", 1),
        };
    }

    /// <returns>Null where no shape fits.</returns>
    public static CsvKind? Tell(Columns columns, ColumnNames named, EventLogColumns log, MessageLogColumns talk) => (SaysEvents(named), SaysTalk(named)) switch
    {
        (false, false) when JiraColumns.In(columns) is not null => CsvKind.Jira,
        (_, false) when log.Missing.Count == 0 => CsvKind.EventLog,
        (false, _) when talk.Missing.Count == 0 => CsvKind.MessageLog,
        _ => null,
    };

    private static bool SaysEvents(ColumnNames named) => named.Case is not null || named.Activity is not null || named.Resource is not null;

    private static bool SaysTalk(ColumnNames named) => named.Text is not null || named.Author is not null || named.Thread is not null || named.Id is not null;

    private static string Lacks(EventLogColumns log, MessageLogColumns talk, bool saysEvents, bool saysTalk) =>
        (saysEvents, saysTalk) switch
        {
            (true, true) => "columns were named both for an event log "
                + $"({SourceFlags.Case}, {SourceFlags.Activity}, {SourceFlags.Resource}) and for a message log "
                + $"({SourceFlags.Author}, {SourceFlags.Text}, {SourceFlags.Thread}, {SourceFlags.Id}), and it can be only one; name fewer",
            (true, false) => $"as an event log it lacks {Needs(log.Missing)}",
            (false, true) => $"as a message log it lacks {Needs(talk.Missing)}",
            _ => $"as an event log it lacks {Needs(log.Missing)}, as a message log {Needs(talk.Missing)}, "
                + "as a Jira export \"Issue key\", \"Summary\" and \"Created\"",
        };

    private static string Needs(IReadOnlyList<(string What, string Flag)> missing) => missing.Count == 1
        ? $"a column for {missing[0].What} ({missing[0].Flag} names it)"
        : $"columns for {string.Join(" and ", missing.Select(column => $"{column.What} ({column.Flag})"))}";
}
