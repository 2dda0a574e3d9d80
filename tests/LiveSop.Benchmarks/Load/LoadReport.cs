using System.Text.Json;

namespace LiveSop.Benchmarks.Load;

/// <summary>What is told of a run, to people as lines and to programs as JSON.</summary>
internal sealed record LoadReport(string Listener, Trial Trial, Verdict? Verdict, IReadOnlyList<long[]> Vitals)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private IReadOnlyList<Sample> Samples => Trial.Samples;

    public void Write(TextWriter text, TextWriter json)
    {
        foreach (var (name, value) in Lines()) text.WriteLine($"  {name,-22}{value}");
        json.WriteLine(JsonSerializer.Serialize(Figures(), Json));
    }

    private IEnumerable<(string Name, string Value)> Lines()
    {
        yield return ("listener", Listener);
        yield return ("events", $"{Trial.Sent:0.0} a second for {Samples[^1].At.TotalSeconds:0} s (asked for: {Trial.Asked:0}; sender behind by {Trial.Behind.TotalMilliseconds:0} ms at most)");
        yield return ("acknowledged", $"{Trial.Acks}; {Trial.Retried} sent again");
        if (Verdict is { } verdict)
        {
            yield return ("lost", $"{verdict.Lost} of {verdict.Said} messages; {verdict.Unsaid} in the table that were never said");
            yield return ("answers", $"{verdict.Asked} asked, {verdict.Unanswered} without an answer, {verdict.AnsweredTwice} with two; {verdict.Answers}");
            yield return ("handled after", verdict.Handled.ToString());
        }
        yield return ("backlog", $"{Samples.Average(sample => sample.Backlog):0} on average, {Samples.Max(sample => sample.Backlog)} at most");
        yield return ("memory", $"{Minute(Samples, last: false):0} MB in the first minute, {Minute(Samples, last: true):0} MB in the last, {Samples.Max(sample => sample.Megabytes):0} MB at most");
        if (Heap(last: true) is { } heap) yield return ("managed heap", $"{Heap(last: false):0} MB in the first minute, {heap:0} MB in the last; {Collections()}");
        var (listener, database, slack) = Processors();
        yield return ("processors", $"{listener:0.00} listener, {database:0.00} database, {slack:0.00} simulated Slack, of {Environment.ProcessorCount}");
    }

    private object Figures() => new
    {
        Listener,
        asked = Math.Round(Trial.Asked),
        sent = Math.Round(Trial.Sent, 1),
        seconds = Math.Round(Samples[^1].At.TotalSeconds),
        held = Trial.Fault is null,
        acks = Trial.Acks,
        retried = Trial.Retried,
        verdict = Verdict,
        backlog = new { average = Math.Round(Samples.Average(sample => sample.Backlog)), max = Samples.Max(sample => sample.Backlog) },
        megabytes = new { first = Math.Round(Minute(Samples, last: false)), last = Math.Round(Minute(Samples, last: true)), max = Math.Round(Samples.Max(sample => sample.Megabytes)) },
        heap_megabytes = Heap(last: true) is { } heap ? new { first = Math.Round(Heap(last: false)!.Value), last = Math.Round(heap) } : null,
        processors = new { listener = Math.Round(Processors().Listener, 2), database = Math.Round(Processors().Database, 2), slack = Math.Round(Processors().Slack, 2) },
    };

    private static double Minute(IReadOnlyList<Sample> samples, bool last) =>
        (last ? samples.Where(sample => sample.At >= samples[^1].At - TimeSpan.FromMinutes(1)) : samples.Where(sample => sample.At <= TimeSpan.FromMinutes(1))).Average(sample => sample.Megabytes);

    private double? Heap(bool last) => Vitals.Count == 0 ? null : (last ? Vitals.TakeLast(60) : Vitals.Take(60)).Average(line => line[0]) / 1e6;

    private string Collections() => $"{(Vitals[^1][1] - Vitals[0][1]) / 1e6 / Vitals.Count:0.0} MB/s allocated, {Vitals[^1][2]}/{Vitals[^1][3]}/{Vitals[^1][4]} collections, {Vitals[^1][5]} ms paused";

    /// <summary>How many were busy, on average.</summary>
    private (double Listener, double Database, double Slack) Processors()
    {
        var (from, to, seconds) = (Samples[0].Processor, Samples[^1].Processor, (Samples[^1].At - Samples[0].At).TotalSeconds);
        return ((to.Listener - from.Listener) / seconds, (to.Database - from.Database) / seconds, (to.Slack - from.Slack) / seconds);
    }
}
