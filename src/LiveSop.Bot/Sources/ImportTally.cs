using System.Globalization;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources;

/// <summary>What was read and what was left out, for a summary that a person checks. One tally may serve several inputs.</summary>
internal sealed class ImportTally
{
    private readonly int[] omitted = new int[Enum.GetValues<Omission>().Length];
    private readonly HashSet<string> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> people = new(StringComparer.Ordinal);
    private readonly HashSet<string> secured = new(StringComparer.Ordinal);

    public int Messages { get; private set; }

    /// <summary>Channels, Jira projects or CSV files with at least one message.</summary>
    public int Places => places.Count;

    public int People => people.Count;

    /// <summary>UTC; null while nothing was read.</summary>
    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    /// <summary>Messages whose time named no zone and was read in <see cref="Zone"/>.</summary>
    public int TimesWithoutZone { get; private set; }

    public string Zone { get; private set; } = "UTC";

    public int this[Omission reason] => omitted[(int)reason];

    public void Omit(Omission reason, int count = 1) => omitted[(int)reason] += count;

    /// <summary>A message that was counted as read turned out to stand in another input as well.</summary>
    public void ReadAgain()
    {
        Messages--;
        Omit(Omission.Repeated);
    }

    /// <summary>Leaves out an issue with a security level; another input may hold it without saying so.</summary>
    public void OmitSecured(string issue)
    {
        secured.Add(issue);
        Omit(Omission.SecuredIssue);
    }

    public bool IsSecured(string issue) => secured.Contains(issue);

    public void ReadWithoutZone(string zone)
    {
        Zone = zone;
        TimesWithoutZone++;
    }

    public void Read(Message message)
    {
        Messages++;
        places.Add(message.Place);
        people.Add(message.Author.Id);
        if (First is null || message.At < First) First = message.At;
        if (Last is null || message.At > Last) Last = message.At;
    }

    /// <summary>Plain sentences: first what was read, then one for each reason for which something is missing.</summary>
    public IReadOnlyList<string> Sentences()
    {
        var sentences = new List<string> { Overview() };
        if (TimesWithoutZone > 0)
            sentences.Add($"{Count(TimesWithoutZone, "time")} named no zone and {WasOrWere(TimesWithoutZone)} read as {Zone} "
                + $"({SourceFlags.TimeZone} names another).");
        foreach (var reason in Enum.GetValues<Omission>())
            if (this[reason] > 0) sentences.Add(Sentence(reason, this[reason]));
        return sentences;
    }

    private string Overview() => First is not { } first || Last is not { } last
        ? "No message was read."
        : $"{Count(Messages, "message")} by {Count(People, "person", "people")} in {Count(Places, "place")} {WasOrWere(Messages)} read, "
            + $"from {Day(first)} to {Day(last)}.";

    private static string Sentence(Omission reason, int n) => reason switch
    {
        Omission.DirectMessage => $"{LeftOut(n, "direct message")} (name them with {SourceFlags.IncludeDirectMessages}).",
        Omission.SecuredIssue => $"{LeftOut(n, "issue", " with a security level")} (name them with {SourceFlags.IncludeSecured}).",
        Omission.SecuredComment => $"{LeftOut(n, "comment", " that only some may see")} (name them with {SourceFlags.IncludeSecured}).",
        Omission.OtherProject => $"{LeftOut(n, "issue", " of other projects")}.",
        Omission.SystemNote => $"{LeftOut(n, "note", " by Slack itself (joins, topics, pins and the like)")}.",
        Omission.Deleted => $"{LeftOut(n, "deleted message")}.",
        Omission.Empty => $"{LeftOut(n, "message", " without any text")}.",
        Omission.Repeated => $"{LeftOut(n, "repetition", " of something already read")}.",
        Omission.WithoutTime => $"{LeftOut(n, "message", " without a time")}.",
        Omission.WithoutCase => $"{LeftOut(n, "row", " without a case")}.",
        Omission.WithoutActivity => $"{LeftOut(n, "row", " without an activity")}.",
        Omission.CommentWithoutTime => $"{LeftOut(n, "comment", " without a readable date")} ({SourceFlags.DateFormat} names its format).",
        Omission.OtherChange => $"{LeftOut(n, "Jira change", " of other fields than status, assignee and resolution")}.",
        Omission.UnlistedFolder => $"{LeftOut(n, "folder", " that no list of channels names")}.",
        Omission.FileContent => $"{Count(n, "attached file")} {WasOrWere(n)} read by name only: an export holds links, not contents.",
        Omission.CommentNotInFile => $"{CutOff(n, "comment")} (fetch the comments separately).",
        Omission.ChangeNotInFile => $"{CutOff(n, "change")} (fetch the changelog separately).",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    private static string LeftOut(int n, string what, string which = "") => $"{Count(n, what)}{which} {WasOrWere(n)} left out";

    private static string CutOff(int n, string what) => $"{Count(n, what)} {WasOrWere(n)} cut off by Jira and not in the file";

    private static string WasOrWere(int n) => n == 1 ? "was" : "were";

    private static string Count(int n, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{n:N0} {(n == 1 ? one : many ?? one + "s")}");

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
