using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Csv;

/// <summary>What the rows of a CSV are. A file is gone through twice: once to survey it, once to read it.</summary>
internal abstract class CsvShape
{
    /// <summary>Takes from a row what reading any row will need.</summary>
    public abstract void Survey(CsvTable row);

    public abstract IEnumerable<Message> Read(CsvTable row);
}
