using LiveSop.Domain.Incidents;

namespace LiveSop.Domain.Tests;

/// <summary>Makes messages for tests: <c>Talk.Says("ana", 3, "text")</c> is Ana three minutes after the beginning.</summary>
internal static class Talk
{
    private static readonly DateTimeOffset Beginning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Message Says(string who, double minute, string text, string? thread = null, string? activity = null) => new()
    {
        Source = new SourceRef.Slack("C1", $"{1_700_000_000 + (int)(minute * 60)}.{Math.Abs(who.Length):000000}"),
        Place = "C1",
        Author = new Person(who, who),
        At = Beginning.AddMinutes(minute),
        Text = text,
        Thread = thread,
        Activity = activity,
    };
}
