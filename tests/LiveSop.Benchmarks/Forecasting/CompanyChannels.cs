using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Workspace.History;

namespace LiveSop.Benchmarks.Forecasting;

/// <summary>The channels of the generated company, as they lie there after its last message.</summary>
internal static class CompanyChannels
{
    private const int Fewest = 300;

    public static IEnumerable<PastChannel> Of(int seed, int incidents)
    {
        var history = CompanyHistory.Generate(seed, new HistorySize(incidents));
        var now = history.Messages[^1].At.AddHours(1);
        return history.Messages.GroupBy(message => message.Channel.Id).Select(channel => Of(channel, now)).Where(channel => channel.Messages.Count >= Fewest);
    }

    private static PastChannel Of(IEnumerable<HistoryMessage> messages, DateTimeOffset now)
    {
        var replies = messages.Where(message => message.ThreadTs is not null).GroupBy(message => message.ThreadTs!).ToDictionary(thread => thread.Key, thread => thread.Count());
        var back = now.AddMonths(-12);
        var own = messages.Where(message => message.ThreadTs is null && message.At > back).OrderByDescending(message => message.At);
        return new("the generated company", now, back, [.. own.Select(message => new Heard(message.At, replies.GetValueOrDefault(message.Ts)))]);
    }
}
