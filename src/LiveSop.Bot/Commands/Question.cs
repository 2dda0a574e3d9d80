using System.Text.RegularExpressions;

namespace LiveSop.Bot.Commands;

/// <summary>What people ask in a sentence rather than by a command: “what is the procedure for this?”.</summary>
internal static partial class Question
{
    /// <summary>A sentence; longer is a story.</summary>
    private const int Longest = 200;

    /// <returns>Null where it is no such question.</returns>
    public static SopCommand? Of(string text)
    {
        var asked = text.Length <= Longest ? text.Trim().TrimEnd('?', '!', '.', ' ') : "";
        if (Abilities().IsMatch(asked)) return new SopCommand.Help();
        if (Reasons().IsMatch(asked)) return new SopCommand.Why();
        if (Silence().IsMatch(asked)) return new SopCommand.Quiet(IsQuiet: true);
        if (Beginning().IsMatch(asked)) return new SopCommand.Start(null);
        if (AboutThis().IsMatch(asked)) return new SopCommand.Which();
        if (AboutPast().IsMatch(asked)) return new SopCommand.LastTime();
        return AboutWords().Match(asked) is { Success: true } about ? new SopCommand.Search(about.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"^(?:what|which things) (?:can|do) you (?:do|know)$|^how do you work$|^who are you$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abilities();

    [GeneratedRegex(@"^why(?: (?:did|do|didn't|don't|not|so|silent|nothing|are|were|you|say|said|think|show|post|answer|ask|that|this|it|is))*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reasons();

    [GeneratedRegex(@"^(?:please )?(?:be|stay|keep) (?:quiet|silent|still)(?: (?:here|in this channel|please))*$|^(?:shut up|hush|silence)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Silence();

    [GeneratedRegex(@"^(?:please )?start (?:it|this|that|the (?:sop|procedure|run|checklist))(?: (?:here|please|now))*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    /// <summary>About the thread that it is asked in.</summary>
    [GeneratedRegex($@"^(?:{Asking}) (?:{Name})(?: (?:is|for|about|of|does|do|to|apply|applies|here|this|that|it|we|thread|case|use|follow|in|the))*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutThis();

    /// <summary>“What happened last time?”, “have we seen this before?”, “any similar cases?”.</summary>
    [GeneratedRegex(@"^(?:(?:so )?(?:what (?:happened|did we do|was done|was it|helped|worked) (?:the )?last time|how did (?:this|that|it) (?:end|go) last time|last time|the last time|(?:(?:have we|have you|has anyone|has anybody|did we|did you|did anyone) )?(?:ever )?(?:seen?|had?|have) (?:this|that|it|something like this|one like this)(?: one| problem| case| issue)? before|(?:(?:are|were) there |(?:do|did) we have |is there )?(?:any ?thing |any |a )?(?:similar|like this)(?: cases?| incidents?| threads?| ones?| issues?| problems?)?(?: before)?|what is similar(?: to this)?)(?: with this| here)?)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutPast();

    [GeneratedRegex($@"^(?:{Asking}) (?:{Name}) (?:for|about|on|to|when|if) (.+)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutWords();

    private const string Asking = "which|what|(?:what is|what's|what\u2019s|which is|is there|do we have)(?: the| a| an| any| our)?";

    private const string Name = "sop|procedure|runbook|playbook";
}
