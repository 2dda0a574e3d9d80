using LiveSop.Bot.Sources;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Mining;

namespace LiveSop.Benchmarks;

/// <summary>Reads by the product's own sources.</summary>
internal static class Inputs
{
    public static async Task<List<Message>> ReadAsync(IEnumerable<string> files)
    {
        var (messages, tally) = (new List<Message>(), new ImportTally());
        foreach (var file in files)
            await foreach (var message in History.ReadAsync(file, new SourceOptions(), tally)) messages.Add(message);
        return messages;
    }

    public static async Task<EventLog> ReadLogAsync(string file) =>
        EventLog.From(IncidentSplitter.Split(await ReadAsync([file])).Select(incident => incident.Messages.Select(message => message.Activity).OfType<string>()));
}
