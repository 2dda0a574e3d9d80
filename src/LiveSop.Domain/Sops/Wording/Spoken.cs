namespace LiveSop.Domain.Sops.Wording;

/// <summary>Says placeholders in words, and speaks of the requester as "they" instead of "you".</summary>
internal static class Spoken
{
    /// <summary>"order {id}" is "the order", "to {email}" is "to the email address", "on {date}" goes.</summary>
    public static Word[] Values(Word[] words)
    {
        var spoken = new List<Word>(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            if (!words[at].IsPlaceholder) spoken.Add(words[at]);
            else if (spoken.Count > 0 && spoken[^1].IsPlaceholder) continue;
            else if (Say(words, at, spoken) && at + 1 < words.Length && words[at + 1].Text is "and" or "or") at++;
        }
        return [.. spoken];
    }

    public static Word[] Pronouns(Word[] words, bool subjectFirst)
    {
        var spoken = new List<Word>(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            var more = at + 1 < words.Length;
            var subject = subjectFirst && (at == 0 || (more && IsFinite(words[at + 1]) && words[at - 1].Text is not ("help" or "let" or "make" or "have")));
            var beforeNoun = more && !Grammar.IsPreposition(words[at + 1]) && !words[at + 1].IsBreak && !IsFinite(words[at + 1]) && !EndsInS(words[at + 1]);
            var governed = more && at > 0 && (Grammar.IsPreposition(words[at - 1]) || Verbs.IsBase(words[at - 1].Text)) && !Grammar.IsPreposition(words[at + 1]) && !Grammar.IsAdverb(words[at + 1]) && !Grammar.IsAuxiliary(words[at + 1]) && !words[at + 1].IsBreak && words[at + 1].Text is not ("and" or "or" or "then" or "so" or "once" or "for");
            if (IsThisOne(words, at))
            {
                spoken.Add(Word.Of("it"));
                at++;
            }
            else spoken.Add(Pronoun(words[at], subject, beforeNoun || governed, at == 0));
        }
        return [.. spoken];
    }

    /// <summary>Which one it is, nobody knows who has not read what went before.</summary>
    private static bool IsThisOne(Word[] words, int at) => words[at].Text is "this" or "that" && at + 1 < words.Length && words[at + 1].Is("one")
        && (at + 2 == words.Length || Grammar.IsPreposition(words[at + 2]) || words[at + 2].IsBreak);

    private static Word Pronoun(Word word, bool subject, bool beforeNoun, bool first) => word.Text switch
    {
        "you" => Word.Of(subject ? "they" : "them"),
        "your" or "my" => Word.Of("the"),
        "yours" => Word.Of("theirs"),
        "yourself" => Word.Of("themselves"),
        "i" => Word.Of("we"),
        "am" => Word.Of("are"),
        "me" => Word.Of("us"),
        "this" or "these" or "those" when beforeNoun => Word.Of("the"),
        "that" when beforeNoun && first => Word.Of("the"),
        "this" or "that" when !beforeNoun => Word.Of("it"),
        _ => word,
    };

    /// <returns>The placeholder went without a trace.</returns>
    private static bool Say(Word[] words, int at, List<Word> spoken)
    {
        var before = spoken.Count;
        var previous = spoken.Count > 0 ? spoken[^1] : default;
        var temporal = words[at].Text is "{date}" or "{time}" or "{number}" or "{person}" or "{id}" or "{code}";
        var counts = words[at].Is("{number}") && at + 1 < words.Length && !Grammar.IsPreposition(words[at + 1]) && !Grammar.IsAuxiliary(words[at + 1]) && !words[at + 1].IsBreak && words[at + 1].Text is not ("and" or "or" or "others" or "other" or "more");
        if (counts && previous.Text is not null && !Grammar.IsDeterminer(previous) && previous.Text is not ("number" or "to"))
        {
            spoken.Add(Word.Of("several"));
        }
        else if (previous.Text is null)
        {
            if (words[at].Text is "{id}" or "{code}") spoken.Add(Word.Of("it"));
            else if (words[at].Text is not "{number}") spoken.AddRange(Noun(words[at], article: true));
        }
        else if (Grammar.IsDeterminer(previous) || previous.Text is "number")
        {
            if (previous.Text is not "number") spoken.AddRange(Noun(words[at], article: false));
        }
        else if (Grammar.IsPreposition(previous))
        {
            if (words[at].Text is "{number}" && at + 1 < words.Length && !Grammar.IsPreposition(words[at + 1]) && words[at + 1].Text is not ("and" or "or")) spoken.Add(Word.Of("several"));
            else if (temporal) spoken.RemoveAt(spoken.Count - 1);
            else spoken.AddRange(Noun(words[at], article: true));
        }
        else if ((spoken.Count == 1 && Verbs.IsBase(previous.Text)) || Grammar.IsAuxiliary(previous))
        {
            if (words[at].Text is "{number}" && at + 1 < words.Length && Grammar.IsAuxiliary(previous)) spoken.Add(Word.Of("several"));
            else if (words[at].Text is "{id}" or "{code}") spoken.Add(Word.Of("it"));
            else if (words[at].Text is not "{number}" || at + 1 == words.Length) spoken.AddRange(Noun(words[at], article: true));
        }
        else
        {
            if (words[at].Text is "{money}" && Verbs.OfPast(previous.Text) is not null) spoken.Add(Word.Of("money"));
            else MakeDefinite(spoken);
        }
        return spoken.Count < before;
    }

    /// <summary>"refund order {id}": which order is known, so it becomes "refund the order".</summary>
    private static void MakeDefinite(List<Word> spoken)
    {
        var start = spoken.Count - 1;
        while (start > 0 && spoken[start - 1].Text is not ("be" or "been" or "being" or "and") && !Grammar.IsAuxiliary(spoken[start - 1]) && !Grammar.IsDeterminer(spoken[start - 1]) && !Grammar.IsPreposition(spoken[start - 1]) && !Verbs.IsBase(spoken[start - 1].Text)) start--;
        if (start > 0 && !Grammar.IsDeterminer(spoken[start - 1]) && !Grammar.IsAuxiliary(spoken[start - 1]) && spoken[start - 1].Text is not ("be" or "been" or "being" or "and")) spoken.Insert(start, Word.Of("the"));
    }

    private static Word[] Noun(Word placeholder, bool article)
    {
        var noun = NounOf(placeholder.Text);
        return Word.All(article ? (noun == "colleague" ? "a " : "the ") + noun : noun);
    }

    /// <param name="placeholder">"{email}".</param>
    public static string NounOf(string placeholder) =>
        placeholder switch
        {
            "{email}" => "email address",
            "{url}" => "link",
            "{issue}" => "ticket",
            "{money}" => "amount",
            "{date}" => "date",
            "{time}" => "time",
            "{phone}" => "phone number",
            "{ip}" => "IP address",
            "{secret}" => "password",
            "{person}" => "colleague",
            "{channel}" => "channel",
            "{file}" => "file",
            "{code}" => "command",
            _ => "number",
        };

    /// <summary>"this works": a verb.</summary>
    private static bool EndsInS(Word word) => word.Text[^1] == 's' && Verbs.IsBase(word.Text[..^1]);

    private static bool IsFinite(Word word) => Grammar.IsAuxiliary(word) || Verbs.IsBase(word.Text) || Verbs.OfPast(word.Text) is not null;
}
