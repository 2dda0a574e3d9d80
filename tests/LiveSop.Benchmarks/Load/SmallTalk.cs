using LiveSop.Workspace;

namespace LiveSop.Benchmarks.Load;

/// <summary>What people talk about.</summary>
internal interface ITopic
{
    /// <param name="bot">Its handle.</param>
    /// <returns>What somebody says next, and whether the bot is to answer it.</returns>
    (string Text, bool Asks) Next(Dice dice, string bot);
}

/// <param name="mentions">Share of messages that ask the bot for help.</param>
internal sealed class SmallTalk(double mentions) : ITopic
{
    private static readonly string[] sentences =
    [
        "The export of last week's invoices has been stuck at 40 % since this morning, is anybody looking at it?",
        "I restarted the ingest worker on the second node, the queue is going down now.",
        "Could you send me the order number and the address that the customer sees?",
        "Same here. It began after yesterday's release, around 16:20.",
        "Thanks, that did it!",
        "We have to wait for finance to confirm the refund before we write back. I will ask them at noon and tell you here what they say about the two older ones as well.",
        "Looks like the certificate of their proxy ran out; see https://status.example.com/incidents/4711 for what we told the others.",
        "ok",
    ];

    public (string Text, bool Asks) Next(Dice dice, string bot) => dice.Chance(mentions) ? ($"@{bot} help", true) : (dice.Pick(sentences), false);
}
