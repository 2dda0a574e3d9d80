using LiveSop.Workspace.Company;
using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Stories;

/// <summary>Writes one incident of a kind: draws a trace of its process and lets the cast word it.</summary>
internal sealed class ScriptWriter
{
    private static readonly Phrases TicketNote = """
        {Issue created|New issue}: $ticket ({Task|Bug}, {To Do|Open})
        $ticket was {created|linked to this thread} by the Slack integration
        """;

    private readonly List<Turn> _turns = [];
    private readonly Story _story;
    private readonly Cast _cast;
    private readonly Dice _dice;
    private readonly Facts _facts;
    private readonly HashSet<string> _traits;

    private ScriptWriter(Story story, Cast cast, Dice dice)
    {
        (_story, _cast, _dice) = (story, cast, dice);
        _traits = [.. story.DrawTraits(dice)];
        if (cast.Requester.IsApp) _traits.Add(story.Given.Trait);
        _facts = new Facts(dice.Pick(Customer.All), dice);
        cast.Introduce(_facts, story.Process.Activities().Skip(1).First().Role);
    }

    public static Script Write(Story story, Cast cast, Dice dice) => new ScriptWriter(story, cast, dice).Write();

    private Script Write()
    {
        Request();
        var trace = _story.Process.Draw(_traits, _dice);
        var resolved = trace.Count < 3 || !_dice.Chance(0.08);
        Work(resolved ? trace : [.. trace.Take(_dice.Between(1, trace.Count - 1))]);
        if (resolved) Farewell(); else if (_dice.Chance(0.5)) Requester(Remarks.Nudge, Wait.Next);
        var title = _story.IssueTitles is { } titles ? _facts.Fill(titles.Say(_dice, _traits)) : null;
        return new Script(_turns, resolved, title);
    }

    private void Request()
    {
        if (_cast.Requester.IsApp) { Say(_cast.Requester, _story.Alerts!, Wait.None); return; }
        var text = Worded(_cast.Requester, _story.Requests);
        var extra = _dice.Chance(0.35) ? Worded(_cast.Requester, Remarks.Impact) : null;
        if (_traits.Contains(_story.Given.Trait) && !text.Contains(_story.Given.Slot, StringComparison.Ordinal))
            text = Ended(text) + " " + Worded(_cast.Requester, _story.Given.Detail);
        var separate = extra is not null && _dice.Chance(0.2);
        if (extra is not null && !separate) text = Ended(text) + " " + extra;
        Add(_cast.Requester, text, Wait.None);
        if (separate) Add(_cast.Requester, extra!, Wait.Quick);
    }

    private void Work(IReadOnlyList<Activity> trace)
    {
        for (var i = 0; i < trace.Count; i++)
        {
            if (i > 0 && _dice.Chance(0.03)) HandOff(trace[i].Role);
            var done = i + 1 < trace.Count && Joins(trace[i], trace[i + 1]) ? Together(trace[i], trace[++i]) : Perform(trace[i]);
            foreach (var activity in done.Where(Answers)) Answer(activity, again: trace.Skip(i + 1).Contains(activity));
            if (_dice.Chance(0.04)) Say(_cast.Bystander(_dice), Remarks.Aside, Wait.Next);
        }
    }

    private bool Answers(Activity activity) => !_cast.Requester.IsApp && activity.Reply is not null && _dice.Chance(activity.ReplyChance);

    /// <summary>One breath takes two deeds, or two questions, but never a deed that waits for the answer to a question.</summary>
    private bool Joins(Activity first, Activity second) =>
        first.Role == second.Role && (first.Reply is null || second.Reply is not null) && _dice.Chance(0.1);

    private Activity[] Perform(Activity activity)
    {
        var speaker = _cast[activity.Role];
        var text = speaker.Persona.Word(activity.Says, _traits, _dice, opening: true);
        var cut = _dice.Chance(0.12) ? Seam(text) : -1;
        if (cut > 0) Add(speaker, text[..cut], Pause(), activity);
        Add(speaker, cut > 0 ? text[(cut + 1)..].TrimStart() : text, cut > 0 ? Wait.Quick : Pause(), activity);
        if (text.Contains("$ticket", StringComparison.Ordinal) && _dice.Chance(0.6)) Say(House.JiraApp, TicketNote, Wait.Quick);
        return [activity];
    }

    private Activity[] Together(Activity first, Activity second)
    {
        var speaker = _cast[first.Role];
        var text = Ended(Worded(speaker, first.Says)) + _dice.Pick([" ", "\n", " "]) + Worded(speaker, second.Says);
        Add(speaker, text, Pause(), first, second);
        return [first, second];
    }

    private void Answer(Activity activity, bool again)
    {
        Requester(again && activity.Setback is { } setback ? setback : activity.Reply!, Wait.Requester);
        if (activity.ReplyHasFile && !again) _turns[^1] = _turns[^1] with { HasFile = _dice.Chance(0.85) };
    }

    private void HandOff(Role role)
    {
        var before = _cast[role];
        var after = _cast.Relieve(role, _dice);
        _facts.Set("next", after.Mention);
        if (before != after) Say(before, Remarks.Handoff, Wait.Next);
    }

    private void Farewell()
    {
        if (_cast.Requester.IsApp || !_dice.Chance(0.5)) return;
        Requester(Remarks.Thanks, Wait.Requester);
        if (_dice.Chance(0.3)) Say(_turns.FindLast(t => t.Does.Count > 0)!.Speaker, Remarks.Welcome, Wait.Requester);
    }

    private void Requester(Phrases phrases, Wait wait)
    {
        if (!_cast.Requester.IsApp) Say(_cast.Requester, phrases, wait);
    }

    private Wait Pause() => _turns.TrueForAll(t => t.Does.Count == 0) ? Wait.First : Wait.Next;

    private void Say(Colleague speaker, Phrases phrases, Wait wait) => Add(speaker, Worded(speaker, phrases), wait);

    private string Worded(Colleague speaker, Phrases phrases) => speaker.Persona.Word(phrases, _traits, _dice);

    private void Add(Colleague speaker, string text, Wait wait, params Activity[] does) =>
        _turns.Add(new Turn(speaker, _facts.Fill(text), wait) { Does = does });

    private static string Ended(string text) => text[^1] is '.' or '?' or '!' or ':' or ')' ? text : text + ".";

    /// <summary>Where one message may become two: after a sentence that is not the last and not too short.</summary>
    private static int Seam(string text)
    {
        for (var i = 16; i < text.Length - 16; i++)
            if (text[i] is '.' or '?' or '!' or ',' && text[i + 1] == ' ') return text[i] == ',' ? i : i + 1;
        return -1;
    }
}
