using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Memory.Indexing;

/// <summary>
/// A stretch of un-threaded talk that is cut anew because something in it changed. No talk crosses a silence of an hour, so what lies beyond one at either end
/// of what was read is left as it was: it may go on where nothing was read.
/// </summary>
/// <param name="From">Talks that began from here …</param>
/// <param name="To">… to here are replaced.</param>
internal sealed record Stretch(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<Message> Messages)
{
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>To either side of what changed; talk that goes on longer without a silence is cut where this ends.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromHours(12);

    /// <summary>The spans that have to be read, without overlap.</summary>
    public static IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Around(IEnumerable<DateTimeOffset> changes)
    {
        var spans = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var at in changes.Order())
            if (spans.Count > 0 && at - Reach <= spans[^1].To) spans[^1] = (spans[^1].From, at + Reach);
            else spans.Add((at - Reach, at + Reach));
        return spans;
    }

    /// <param name="read">All un-threaded messages of the span.</param>
    public static Stretch Of((DateTimeOffset From, DateTimeOffset To) span, IReadOnlyList<Message> read)
    {
        var messages = read.OrderBy(message => message.At).ThenBy(message => message.Source, SourceRef.Order).ToList();
        var from = EndOfRun(span.From, messages.Select(message => message.At));
        var to = EndOfRun(span.To, messages.Select(message => message.At).Reverse());
        // What changed lies in the middle: a run from the edge that comes so far is cut at the edge all the same.
        if (from > span.From + Reach - Silence) from = span.From;
        if (to < span.To - Reach + Silence) to = span.To;
        return new(from, to, [.. messages.Where(message => (from == span.From || message.At > from) && (to == span.To || message.At < to))]);
    }

    /// <summary>The last moment of what goes on without a silence from the edge inwards; the edge itself where nothing does.</summary>
    private static DateTimeOffset EndOfRun(DateTimeOffset edge, IEnumerable<DateTimeOffset> inwards) =>
        inwards.Aggregate((At: edge, IsOver: false), (run, at) => run.IsOver || (at - run.At).Duration() > Silence ? (run.At, true) : (at, false)).At;
}
