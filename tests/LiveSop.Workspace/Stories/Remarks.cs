using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Stories;

/// <summary>What is said in an incident beside the work.</summary>
internal static class Remarks
{
    public static Phrases Impact { get; } = """
        {quite urgent|a bit urgent|no panic}, {they have an audit tomorrow|board meeting at three|they're patient people}
        {about twenty people|one person so far|the whole warehouse} {affected|waiting|stuck}
        {account is|they're} {up for renewal|a key account|on our reference list}, {so be nice|kid gloves please|}
        {started|noticed} {this morning|yesterday evening|after lunch}, {no changes on their side|they say|}
        {~thanks|thanks a lot|thanks in advance}!
        {appreciate any help|any hint welcome|would be great to have it today}
        {I promised an answer|they expect news} {by noon|today|before the end of the week}
        {full story in the CRM|call notes are in the account|the mail is in the case folder}
        """;

    public static Phrases Aside { get; } = """
        {following|watching this}, {same topic with another account|useful for my customer too}
        {had that last month|we had this before}, {it was something silly|took ages back then}
        {deja vu|not again|third time this quarter} :see_no_evil:
        {interesting case|popcorn|learning a lot here}
        {should we|maybe we should} {write that down|put this in the docs} {some day|after the holidays|}?
        {not my area but|outsider question:} {the status page was yellow earlier|did they get the newsletter about this}?
        {sorry for the delay|was in a meeting|back from lunch}, {reading up|catching up}
        {my laptop just updated itself|train wifi|new keyboard}, {bear with my typing|excuse the short answers|}
        """;

    public static Phrases Thanks { get; } = """
        {thanks so much|thank you, $agent|thanks a lot|many thanks|cheers both|much appreciated}
        {you're the best|legend|what would I do without you}
        {awesome|brilliant|perfect}, {thanks everyone|thank you|cheers}
        {$contact sends thanks|customer says thank you}, {they were impressed|much relieved}
        {super quick|that was fast}, {thanks|appreciated}
        {ta|thx|merci} :pray:
        """;

    public static Phrases Welcome { get; } = """
        {you're welcome|no worries|any time|sure thing}
        {happy to|glad to help|with pleasure}
        {that's what we're here for|all in a day's work}
        :slightly_smiling_face: {any time|welcome|}
        """;

    public static Phrases Nudge { get; } = """
        {any news|any update|anything new} {here|on this|}?
        {customer is asking again|$contact pinged me once more}, {what can I tell them|where do we stand}
        {gentle|friendly} {reminder|bump} :point_up:
        {still open|is someone still on this}?
        {shall I|should I} {open a new thread|call them}? {it's been a while|this went quiet}
        """;

    public static Phrases Handoff { get; } = """
        {I'm off in ten minutes|end of my shift|heading out}, $next {takes over|will continue|has the details}
        $next {can you finish this|could you continue here}? {my day is over|doctor's appointment}
        {handing to|passing to} $next {for the late shift|as I'm out tomorrow}
        {logging off|out for today}, $next {is informed|kindly steps in}
        """;
}
