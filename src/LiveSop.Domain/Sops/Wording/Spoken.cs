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
            var subject = subjectFirst && (at == 0 || (more && IsFinite(words[at + 1])));
            var beforeNoun = more && !Grammar.IsPreposition(words[at + 1]) && !words[at + 1].IsBreak && !IsFinite(words[at + 1]) && !EndsInS(words[at + 1]);
            spoken.Add(Pronoun(words[at], subject, beforeNoun, at == 0));
        }
        return [.. spoken];
    }

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
        var temporal = words[at].Text is "{date}" or "{time}" or "{number}" or "{person}";
        if (previous.Text is null)
        {
            if (words[at].Text is not "{number}") spoken.AddRange(Noun(words[at], article: true));
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
            else if (words[at].Text is not "{number}" || at + 1 == words.Length) spoken.AddRange(Noun(words[at], article: true));
        }
        else
        {
            MakeDefinite(spoken);
        }
        return spoken.Count < before;
    }

    /// <summary>"refund order {id}": which order is known, so it becomes "refund the order".</summary>
    private static void MakeDefinite(List<Word> spoken)
    {
        var start = spoken.Count - 1;
        while (start > 0 && !Grammar.IsDeterminer(spoken[start - 1]) && !Grammar.IsPreposition(spoken[start - 1]) && !Verbs.IsBase(spoken[start - 1].Text)) start--;
        if (start > 0 && !Grammar.IsDeterminer(spoken[start - 1])) spoken.Insert(start, Word.Of("the"));
    }

    private static Word[] Noun(Word placeholder, bool article)
    {
        var noun = placeholder.Text switch
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
        return Word.All(article ? (noun == "colleague" ? "a " : "the ") + noun : noun);
    }

    /// <summary>"this works": a verb.</summary>
    private static bool EndsInS(Word word) => word.Text[^1] == 's' && Verbs.IsBase(word.Text[..^1]);

    private static bool IsFinite(Word word) => Grammar.IsAuxiliary(word) || Verbs.IsBase(word.Text) || Verbs.OfPast(word.Text) is not null;
}
