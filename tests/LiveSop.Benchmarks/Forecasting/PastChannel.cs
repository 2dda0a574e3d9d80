using LiveSop.Bot.Learn.Reading.Forecasting;

namespace LiveSop.Benchmarks.Forecasting;

/// <summary>A channel as it lies in Slack when a reading begins.</summary>
/// <param name="Messages">Of the channel itself, newest first.</param>
internal sealed record PastChannel(string Kind, DateTimeOffset Begun, DateTimeOffset BackTo, IReadOnlyList<Heard> Messages);
