using System.Globalization;

namespace LiveSop.Bot.Sources;

/// <summary>An input that cannot be read. The message is one sentence for the person who gave it: where, what, and what to do.</summary>
internal sealed class BadInputException : Exception
{
    /// <param name="path">The file as it was given; for something inside it, <c>file (entry)</c>.</param>
    /// <param name="sentence">What is wrong and what to do, ending in a full stop.</param>
    /// <param name="line">The physical line, counted from 1, where one can be named.</param>
    public BadInputException(string path, string sentence, long? line = null, Exception? cause = null)
        : base(Compose(path, line, sentence), cause)
    {
        Path = path;
        Line = line;
    }

    public string Path { get; }

    public long? Line { get; }

    // File and entry names are written by others, and a terminal obeys control characters.
    private static string Compose(string path, long? line, string sentence)
    {
        var where = line is null ? path : string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}");
        return string.Concat($"{where}: {sentence}".Select(c => char.IsControl(c) ? '?' : c));
    }
}
