using System.Globalization;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops;

namespace LiveSop.Domain.Tests.Sops;

/// <summary>SOPs made by hand, as the surfaces are tested on them.</summary>
public static class SampleSops
{
    private static readonly DateTimeOffset Seen = new(2024, 5, 26, 9, 30, 0, TimeSpan.Zero);

    public static Sop Simple { get; } = new(
        "sop-reset-password", "Reset a password", "Somebody asks to reset a password, for example: “I forgot my password”", Ids(17),
        [
            Step("s1", "Ask for the email address", 17, 17, 40, "Which email address is it?", "Your email address please, e.g. {email}"),
            Step("s2", "Reset the password", 16, 17, 300, "I've reset it for order 48392"),
            Step("s3", "Ask whether it works now", 17, 17, 7200),
        ],
        new ProcessTree.Sequence([Leaf(0), Leaf(1), Leaf(2)]),
        [Edge("s1", "s2", 16), Edge("s2", "s3", 16), Edge("s1", "s3", 1)],
        new SopQuality(0.98, 0.91));

    /// <summary>Choice, optional, loop and parallel.</summary>
    public static Sop Rich { get; } = new(
        "sop-damaged-parcel", "Report a damaged parcel", "Somebody reports a damaged parcel, for example: “my parcel arrived broken”", Ids(413),
        [
            Step("s1", "Ask for the order number", 400, 413, 45, "What's the order number?", "May I have the order number please?"),
            Step("s2", "Ask for a photo of the damage", 283, 413, 90, "Could you send a photo of the damage?"),
            Step("s3", "Offer a replacement", 250, 413, 400, "We can send you a replacement"),
            Step("s4", "Issue the refund", 150, 413, 600, "I've issued the refund of {money}"),
            Step("s5", "Contact the carrier", 45, 413, 86400, "I'm contacting the carrier") with { Optional = true },
            Step("s6", "Update the ticket", 390, 413, 100, "Ticket updated"),
            Step("s7", "Tell the warehouse team", 380, 413, null, "I told the warehouse"),
            Step("s8", "Ask whether anything else is needed", 200, 413, 20, "Anything else?") with { Optional = true },
        ],
        new ProcessTree.Sequence(
        [
            Leaf(0),
            new ProcessTree.Loop(Leaf(1), ProcessTree.Silent),
            new ProcessTree.Choice([Leaf(2), new ProcessTree.Sequence([Leaf(3), new ProcessTree.Choice([Leaf(4), ProcessTree.Silent])])]),
            new ProcessTree.Parallel([Leaf(5), Leaf(6)]),
            new ProcessTree.Choice([ProcessTree.Silent, Leaf(7)]),
        ]),
        [
            Edge("s1", "s2", 280), Edge("s2", "s2", 60), Edge("s2", "s3", 180), Edge("s2", "s4", 100), Edge("s1", "s3", 70), Edge("s1", "s4", 50), Edge("s4", "s5", 45),
            Edge("s3", "s6", 200), Edge("s3", "s7", 50), Edge("s4", "s6", 60), Edge("s4", "s7", 45), Edge("s5", "s6", 30), Edge("s5", "s7", 15), Edge("s6", "s7", 290),
            Edge("s7", "s6", 100), Edge("s7", "s8", 150), Edge("s6", "s8", 50), Edge("s7", "s2", 4),
        ],
        new SopQuality(0.93, 0.72));

    /// <summary>Everything that tries to be more than text.</summary>
    public static Sop Nasty { get; } = new(
        "sop-nasty", "# <script>alert(1)</script> `x` | ](http://evil.example) @channel\n```", "![x](http://evil.example/p.png) <img src=x onerror=1> www.evil.example \"quoted\"\r\n- item @here #12 \u202Etxt.exe", Ids(2),
        [
            new Step("s1", "] --> n1; click n0 \"javascript:alert(1)\" %% `md` **b** end", "<b>boss</b>|x", [new SourceRef.CsvRow("a`b](http://evil.example).csv", 3)])
            { Support = new Support(2, 2), Wordings = ["```\nrm -rf /\n``` [click](http://evil.example) <!channel>", "a | b \"c\" 'd' & e_f_g ~~h~~"] },
            new Step("s2", "\"]; n9 [label=<<B>pwn</B>>] \\", "1. responder", [new SourceRef.Jira("OPS", "OPS-1#comment-7"), new SourceRef.Jira("OPS", "OPS-12")])
            { Support = new Support(1, 2), MedianSeconds = -5 },
        ],
        new ProcessTree.Sequence([Leaf(0), new ProcessTree.Choice([Leaf(1), ProcessTree.Silent])]),
        [new Edge("s1", "s2", 1, null)],
        new SopQuality(0.5, double.NaN));

    /// <summary>Fifteen steps, forty edges: what must not become a hairball.</summary>
    public static Sop Crowded { get; } = MakeCrowded();

    private static Sop MakeCrowded()
    {
        string[] titles = ["Ask for the account number", "Verify the identity", "Ask what the error message says", "Check the service status", "Check the access rights", "Ask to clear the browser cache", "Reset the session", "Ask to try again", "Escalate to the platform team", "Create a ticket", "Restart the ingest worker", "Ask for the logs", "Say that the service is back", "Ask whether anything else is needed", "Close the ticket"];
        var random = new Random(5);
        var steps = titles.Select((title, i) => Step($"s{i + 1}", title, 300 - (i * 9) - (i is 4 or 6 or 8 or 10 ? 150 : 0), 300, 60 * i)).ToList();
        var edges = new List<Edge>();
        for (var i = 0; i + 1 < titles.Length; i++) edges.Add(Edge($"s{i + 1}", $"s{i + 2}", 90 + random.Next(120)));
        while (edges.Count < 40)
        {
            var (from, to) = (random.Next(15), random.Next(15));
            if (to != from && Math.Abs(to - from) < 5 && !edges.Exists(edge => edge.From == $"s{from + 1}" && edge.To == $"s{to + 1}"))
                edges.Add(Edge($"s{from + 1}", $"s{to + 1}", to > from ? 5 + random.Next(60) : 1 + random.Next(15)));
        }
        return new Sop("sop-crowded", "Service does not answer", "Somebody reports that the service does not answer.", Ids(300), steps, new ProcessTree.Sequence([.. Enumerable.Range(0, 15).Select(Leaf)]), edges, new SopQuality(0.7, 0.4));
    }

    private static ProcessTree Leaf(int index) => new ProcessTree.Activity(index);

    private static Edge Edge(string from, string to, int cases) => new(from, to, cases, Seen.AddMinutes(cases));

    private static string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(Id)];

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"C123:15892{number:00000}.000200");

    private static Step Step(string id, string title, int cases, int of, long? seconds, params string[] wordings) =>
        new(id, title, "Support engineer", [.. Enumerable.Range(0, Math.Min(cases, 5)).Select(i => new SourceRef.Slack("C123", Id(i)[5..]))])
        {
            Support = new Support(cases, of),
            MedianSeconds = seconds,
            Wordings = wordings,
        };
}
