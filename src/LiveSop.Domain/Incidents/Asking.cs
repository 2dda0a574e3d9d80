using LiveSop.Domain.Text;

namespace LiveSop.Domain.Incidents;

/// <summary>Tells whether somebody asks for something, or tells of a trouble.</summary>
public static class Asking
{
    private static readonly HashSet<string> troubles = new(
        [
            "not", "cannot", "can't", "doesn't", "don't", "isn't", "aren't", "won't", "didn't", "no", "nothing", "never", "error", "errors", "fail", "fails", "failed", "failing",
            "broken", "down", "stuck", "missing", "wrong", "unable", "problem", "issue", "urgent", "help", "lost", "locked", "slow", "timeout", "crash", "crashes", "crashed", "refused", "rejected",
        ], StringComparer.OrdinalIgnoreCase);

    public static bool Asks(string text) => Sentences.Split(text).Any(sentence => SpeechActs.Of(sentence) switch
    {
        SpeechAct.Question or SpeechAct.Request => true,
        SpeechAct.Statement => Tokens.Of(sentence).Any(troubles.Contains),
        _ => false,
    });
}
