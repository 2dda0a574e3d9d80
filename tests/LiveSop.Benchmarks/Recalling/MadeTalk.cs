using System.Globalization;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Slack;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Memory;

namespace LiveSop.Benchmarks.Recalling;

/// <summary>Support talk that nobody had: who, what and where are drawn as they are in life, few of them often and most of them seldom.</summary>
internal sealed class MadeTalk(int seed)
{
    private static readonly string[] troubles =
    [
        "the nightly export is stuck", "the password reset mail does not arrive", "the invoice shows the wrong amount", "webhooks fail with a timeout", "the dashboard loads very slowly",
        "a user cannot log in over single sign-on", "the import rejects our file", "rate limits hit us during the sync", "the plan upgrade did not take effect", "customer data must be deleted",
        "the report has missing rows", "search returns nothing", "notifications come twice", "the mobile app crashes on start", "the certificate has expired", "a payment was charged twice",
        "attachments cannot be opened", "the calendar shows the wrong time zone", "permissions are lost after the update", "the queue grows and nobody drains it", "the backup did not run", "two accounts have to be merged",
    ];

    private static readonly string[] parts =
        ["ingest worker", "billing service", "mail gateway", "identity provider", "search cluster", "webhook relay", "export pipeline", "cache layer", "load balancer", "scheduler", "ledger", "audit log", "file store", "tenant database", "edge proxy"];

    private static readonly string[] answers =
    [
        "which account is it, and since when?", "I restarted the {0} and it drains again", "the {0} was out of memory, I raised its limit", "we rolled the {0} back to the version before", "please clear the cache of the {0} and try again",
        "I removed the address from the block list", "there was a deadlock in the {0}, I killed the blocking session", "I opened a ticket with the vendor of the {0}", "the token of the {0} had expired, I rotated it",
        "the config of the {0} pointed at the old host", "I corrected the record by hand and started the job again", "the disk of the {0} was full, old files are gone now",
    ];

    private static readonly string[] syllables = ["al", "bri", "cor", "dun", "el", "far", "gat", "hol", "iro", "jas", "kel", "lor", "mar", "nor", "oak", "pen", "quay", "ros", "sil", "tor", "um", "ver", "wes", "yar", "zel"];

    private readonly Random random = new(seed);

    /// <summary>What somebody asks.</summary>
    public string Request() => $"{Drawn(troubles)} for {Customer()}, {Drawn(parts)} says {Code()}";

    /// <param name="number">From 0; each incident has one of its own.</param>
    /// <param name="request">Its first line.</param>
    public ShelvedIncident Next(int number, ChannelId channel, string request)
    {
        var id = new ThreadId(channel, new MessageTs(string.Create(CultureInfo.InvariantCulture, $"{1_600_000_000 + number}.000100")));
        var lines = Enumerable.Range(0, random.Next(3, 8)).Select(_ => string.Format(CultureInfo.InvariantCulture, Drawn(answers), Drawn(parts)) + $", see {Code()} at {Customer()}");
        var opened = DateTimeOffset.UnixEpoch.AddHours(400_000 + number);
        return new(id.ToString(), channel, id.Ts, opened, RememberedText.Of($"{request}\n{string.Join('\n', lines)}\nit works, thanks!")) { Outcome = Outcome.Solved, ClosedAt = opened.AddHours(2) };
    }

    /// <summary>The n-th is drawn n times as seldom as the first.</summary>
    private T Drawn<T>(IReadOnlyList<T> from) => from[(int)(Math.Pow(from.Count, random.NextDouble()) - 1)];

    private string Customer()
    {
        var number = (int)Math.Pow(5_000, random.NextDouble());
        return syllables[number % 25] + syllables[number / 25 % 25] + syllables[number / 7 % 25];
    }

    private string Code() => string.Create(CultureInfo.InvariantCulture, $"E-{(int)Math.Pow(9_000, random.NextDouble()):0000}");
}
