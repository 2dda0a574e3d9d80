using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LiveSop.Bot.Telemetry;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.Telemetry;

/// <summary>What the instruments show of a conversation.</summary>
public sealed class InstrumentTests
{
    [Fact]
    public async Task counts_what_was_handled_told_and_done()
    {
        var measured = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var listener = Listener((name, value, tags) => measured.Enqueue((name, value, tags)));
        // Other tests talk at the same time, in a workspace of another name.
        await using var world = await World.World.StartAsync(Blueprint.Small("Metered"));
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        var asked = await ada.PostAsync("support", $"@{world.Bot} help");
        await world.Slack.UntilAsync(() => world.Workspace.Visible(ada, "support").Thread(asked).Count > 0);
        await world.RestAsync();

        var ours = measured.Where(one => one.Tags.TryGetValue("livesop.workspace", out var workspace) && (string?)workspace == world.Workspace.Id).ToList();
        // Two say that the bot came: the joining, and Slack's note of it; the mention comes once, whether as a message or as a mention.
        Sum("livesop.inbox.handled").Should().BeGreaterThanOrEqualTo(2);
        ours.Where(one => one.Name == "livesop.outbox.attempts").Should().HaveCount(3, "the welcome, its edit and the answer").And.OnlyContain(one => (string?)one.Tags["livesop.outcome"] == "Done");
        // What was said is remembered by the clock, which may be after this.
        ours.Where(one => one.Name == "livesop.job.duration").Select(one => (string?)one.Tags["livesop.job.kind"]).Where(kind => kind != "remember").Should().BeEquivalentTo("readdirectory", "readchannel");
        double Sum(string name) => ours.Where(one => one.Name == name).Sum(one => one.Value);
    }

    [Fact]
    public void an_envelope_is_of_one_trace_wherever_it_is_handled()
    {
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == Instruments.Name, Sample = (ref _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);

        using var received = Spans.Receive("T1", "m:C1:1.1", "events_api");
        using var handled = Spans.Handle("T1", "m:C1:1.1");
        using var other = Spans.Handle("T2", "m:C1:1.1");

        handled!.TraceId.Should().Be(received!.TraceId);
        other!.TraceId.Should().NotBe(received.TraceId);
    }

    private static MeterListener Listener(Action<string, double, Dictionary<string, object?>> measured)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, to) => { if (instrument.Meter.Name == Instruments.Name) to.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured(instrument.Name, value, Read(tags)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured(instrument.Name, value, Read(tags)));
        listener.Start();
        return listener;
    }

    private static Dictionary<string, object?> Read(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var read = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in tags) read[name] = value;
        return read;
    }
}
