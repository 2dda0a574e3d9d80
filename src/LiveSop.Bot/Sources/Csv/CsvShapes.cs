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

        var saysEvents = named.Case is not null || named.Activity is not null || named.Resource is not null;
        var saysTalk = named.Text is not null || named.Author is not null || named.Thread is not null || named.Id is not null;
        if (!saysEvents && !saysTalk && JiraColumns.In(columns) is { } jira) return new JiraRows(jira, cells, options);
        if (!saysTalk && log.Missing.Count == 0) return new EventRows(log, cells);
        if (!saysEvents && talk.Missing.Count == 0) return new MessageRows(talk, cells);
        throw new BadInputException(table.Path, $"{Lacks(log, talk, saysEvents, saysTalk)}; it has {columns.Found}.", 1);
    }

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
