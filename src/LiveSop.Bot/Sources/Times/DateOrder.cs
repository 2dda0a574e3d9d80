namespace LiveSop.Bot.Sources.Times;

internal enum DateOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>Decides between 3 April and 4 March by the whole file: one date that can be read in only one way settles all.</summary>
internal sealed class DateOrderEvidence
{
    private (string Text, long Line)? dayFirst;
    private (string Text, long Line)? monthFirst;
    private (string Text, long Line)? either;

    public void Add(NumericDate date, string text, long line)
    {
        if (date.IsDotted) return;
        var asDay = date.TryIn(DateOrder.DayFirst, out var one);
        var asMonth = date.TryIn(DateOrder.MonthFirst, out var other);
        if (asDay && asMonth && one != other) either ??= (text, line);
        else if (asDay && !asMonth) dayFirst ??= (text, line);
        else if (asMonth && !asDay) monthFirst ??= (text, line);
    }

    /// <exception cref="BadInputException">The file speaks for both orders, or for neither where one is needed.</exception>
    public DateOrder Decide(string path)
    {
        if (dayFirst is { } day && monthFirst is { } month)
            throw new BadInputException(path, $"has a date with the month first (\"{month.Text}\") "
                + $"and one on line {day.Line} with the day first (\"{day.Text}\"); "
                + $"name each format, as in {SourceFlags.DateFormat} \"dd/MM/yyyy HH:mm\".", month.Line);
        if (either is { } open && dayFirst is null && monthFirst is null)
            throw new BadInputException(path, $"\"{open.Text}\" may have the day or the month first, and no date in the file tells which; "
                + $"name the format, as in {SourceFlags.DateFormat} \"dd/MM/yyyy HH:mm\" "
                + $"or {SourceFlags.DateFormat} \"MM/dd/yyyy HH:mm\".", open.Line);
        return monthFirst is null ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }
}
