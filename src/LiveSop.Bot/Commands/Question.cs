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
        if (Before().IsMatch(asked)) return new SopCommand.LastTime();
        if (Silence().IsMatch(asked)) return new SopCommand.Quiet(IsQuiet: true);
        if (Beginning().IsMatch(asked)) return new SopCommand.Start(null);
        if (AboutThis().IsMatch(asked)) return new SopCommand.Which();
        return AboutWords().Match(asked) is { Success: true } about ? new SopCommand.Search(about.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"^(?:what|which things) (?:can|do) you (?:do|know)$|^how do you work$|^who are you$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abilities();

    [GeneratedRegex(@"^why(?: (?:did|do|didn't|don't|not|so|silent|nothing|are|were|you|say|said|think|show|post|answer|ask|that|this|it|is))*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reasons();

    [GeneratedRegex(@"^(?:(?:what|how) (?:happened|did we do|was it|was done|did we solve (?:it|this))(?: the)? last time|last time|similar(?: (?:cases|incidents|ones))?|(?:have|did) (?:we|you|anyone|anybody) (?:seen|see|had|have) (?:this|that|it|something like this)(?: before)?|seen (?:this|it) before)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:please )?(?:be|stay|keep) (?:quiet|silent|still)(?: (?:here|in this channel|please))*$|^(?:shut up|hush|silence)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Silence();

    [GeneratedRegex(@"^(?:please )?start (?:it|this|that|the (?:sop|procedure|run|checklist))(?: (?:here|please|now))*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    /// <summary>About the thread that it is asked in.</summary>
    [GeneratedRegex($@"^(?:{Asking}) (?:{Name})(?: (?:is|for|about|of|does|do|to|apply|applies|here|this|that|it|we|thread|case|use|follow|in|the))*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutThis();

    [GeneratedRegex($@"^(?:{Asking}) (?:{Name}) (?:for|about|on|to|when|if) (.+)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutWords();

    private const string Asking = "which|what|(?:what is|what's|what\u2019s|which is|is there|do we have)(?: the| a| an| any| our)?";

    private const string Name = "sop|procedure|runbook|playbook";
}
