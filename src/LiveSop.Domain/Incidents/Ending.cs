using System.Collections.Frozen;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Incidents;

/// <summary>How an incident ended, as far as its words tell.</summary>
public enum IncidentEnd
{
    /// <summary>Nobody said what became of it.</summary>
    Unsaid,

    /// <summary>The requester thanked last, or said that it works.</summary>
    Solved,

    /// <summary>The requester spoke last, and it still troubles them.</summary>
    Open,
}

/// <summary>Reads off its last words how an incident ended. English words are known; of another language nothing is said.</summary>
public static class Ending
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Relief = Words.Set(
        "thanks thank works working worked solved fixed resolved sorted done arrived received perfect great brilliant wonderful awesome excellent super back");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Denial = Words.Set("not no never nothing still cannot but again");

    public static IncidentEnd Of(Incident incident)
    {
        if (incident.Messages.LastOrDefault(message => message.Author.Equals(incident.Requester)) is not { } last || ReferenceEquals(last, incident.Messages[0])) return IncidentEnd.Unsaid;
        if (Sentences.Split(last.Text).Any(IsRelieved)) return IncidentEnd.Solved;
        return ReferenceEquals(last, incident.Messages[^1]) && Asking.Asks(last.Text) ? IncidentEnd.Open : IncidentEnd.Unsaid;
    }

    private static bool IsRelieved(string sentence)
    {
        var tokens = Tokens.Of(sentence);
        return tokens.Any(token => Relief.Contains(token)) && !tokens.Any(token => Denial.Contains(token)) && SpeechActs.Of(sentence) is not (SpeechAct.Question or SpeechAct.Request);
    }
}
