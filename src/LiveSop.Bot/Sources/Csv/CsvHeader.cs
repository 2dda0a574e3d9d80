namespace LiveSop.Bot.Sources.Csv;

/// <summary>What the header of a CSV tells, without reading its rows.</summary>
/// <param name="Header">As it stands in the file.</param>
/// <param name="Kind">What the file is; null where the header does not tell.</param>
/// <param name="Taken">Which column was taken as what.</param>
internal sealed record CsvHeader(IReadOnlyList<string> Header, CsvKind? Kind, IReadOnlyList<(string Role, string Header)> Taken)
{
    /// <exception cref="BadInputException">It cannot be read at all, or a column was named that is not there.</exception>
    public static async Task<CsvHeader> ReadAsync(string path, SourceOptions options, CancellationToken stop)
    {
        using var table = await CsvTable.OpenAsync(path, options, stop);
        var columns = new Columns(path, table.Header);
        var (log, talk) = (EventLogColumns.In(columns, options.Columns), MessageLogColumns.In(columns, options.Columns));
        return CsvShapes.Tell(columns, options.Columns, log, talk) switch
        {
            CsvKind.Jira => new(table.Header, CsvKind.Jira, []),
            CsvKind.EventLog => new(table.Header, CsvKind.EventLog, Named(table.Header, ("case", log.Case), ("what was done", log.Activity), ("time", log.Time), ("who", log.Resource))),
            CsvKind.MessageLog => new(table.Header, CsvKind.MessageLog, Named(table.Header, ("time", talk.Time), ("who", talk.Author), ("what was said", talk.Text), ("case", talk.Thread))),
            _ => new(table.Header, null, []),
        };
    }

    private static IReadOnlyList<(string, string)> Named(IReadOnlyList<string> header, params (string Role, int? Column)[] roles) =>
        [.. roles.Where(one => one.Column is not null).Select(one => (one.Role, header[one.Column!.Value]))];
}

/// <summary>What a CSV is.</summary>
internal enum CsvKind
{
    Jira,

    /// <summary>A recorded deed for each row.</summary>
    EventLog,

    /// <summary>An utterance for each row.</summary>
    MessageLog,
}
