using System.Collections.Frozen;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Incidents;

/// <summary>
/// Tells how an incident ended. Who asked has the last word: thanks, or that it works, settles it at once. Otherwise it is judged once nobody has spoken for a day:
/// what somebody answered and nobody contradicted is solved. English cues; in other languages the day decides.
/// </summary>
public static class Endings
{
    private static readonly TimeSpan Settling = TimeSpan.FromDays(1);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Failing = Words.Set("not never nothing still again nope unfortunately broken fails failed error wrong stuck");

    private static readonly string[] working = Words.Phrases(
        "works now, working now, it works, that worked, it worked, works again, working again, is fixed, fixed now, that fixed it, solved, resolved, all good, sorted, that did it, did the trick, back up, can log in now, good now, fine now, funktioniert, geht wieder, gelöst");

    public static Outcome Of(Incident incident, DateTimeOffset now)
    {
        var said = incident.Messages.Where(message => !message.Author.IsApp || message.Activity is not null).ToList();
        if (said.Count == 0) return Outcome.Open;
        var answered = said.Exists(message => !message.Author.Equals(incident.Requester));
        var last = said[^1];
        var isRequester = last.Author.Equals(incident.Requester);
        if (answered && isRequester && IsContent(last)) return Outcome.Solved;
        if (now - last.At < Settling) return Outcome.Open;
        if (!answered || isRequester) return Outcome.Unsolved;
        return Sentences.Split(last.Text) is [.., var end] && SpeechActs.Of(end) == SpeechAct.Question && said.Count(message => !message.Author.Equals(incident.Requester)) == 1
            ? Outcome.Unsolved
            : Outcome.Solved;
    }

    /// <summary>When it ended; null while it goes on.</summary>
    public static DateTimeOffset? ClosedAt(Incident incident, Outcome outcome) => outcome == Outcome.Open ? null : incident.Messages[^1].At;

    private static bool IsContent(Message message)
    {
        var sentences = Sentences.Split(message.Text);
        var acts = sentences.Select(SpeechActs.Of).ToList();
        if (acts.Exists(act => act is SpeechAct.Question or SpeechAct.Request)) return false;
        var text = string.Join(' ', Tokens.Of(message.Text));
        if (Array.Exists(working, cue => text.Contains(cue, StringComparison.Ordinal)) && !Tokens.Of(message.Text).Any(token => token is "not" or "still")) return true;
        return !Tokens.Of(message.Text).Any(token => Failing.Contains(token)) && acts.Exists(act => act is SpeechAct.Thanks or SpeechAct.Farewell or SpeechAct.Acknowledgement or SpeechAct.Social);
    }
}
