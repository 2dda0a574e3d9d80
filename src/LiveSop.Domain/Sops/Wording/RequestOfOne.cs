using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Words what a single case was about: there are no others whose common words would do it.</summary>
internal static class RequestOfOne
{
    private const int Longest = 90;

    /// <param name="request">As written.</param>
    /// <param name="contrast">Over all that was said in the case, so that its names are known.</param>
    /// <returns>By the grammar; where it has no reading, or only one that names somebody, in the request's own words, its values masked. Never empty.</returns>
    public static (string Title, string Trigger) Of(string request, Contrast contrast)
    {
        var byGrammar = SopTitle.Central([request], contrast)?.Title is { } title && !title.Split(' ').Any(word => word.Count(char.IsUpper) < 2 && contrast.Names.Contains(word));
        return byGrammar || Sentences.Split(request).Select(sentence => Trigger.Example([sentence], contrast, "")).OfType<string>().FirstOrDefault() is not { } words
            ? (SopTitle.From([request], contrast), Trigger.From([request], contrast))
            : (Titled(words), $"Somebody writes something like: “{words}”");
    }

    private static string Titled(string sentence)
    {
        var words = Short(sentence.TrimEnd('.', '!', ' '));
        return words.Length == 0 ? sentence : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Short(string words)
    {
        if (words.Length <= Longest) return words;
        var end = words.LastIndexOf(' ', Longest - 1);
        if (end <= 0) end = char.IsHighSurrogate(words[Longest - 2]) ? Longest - 2 : Longest - 1;
        return words[..end].TrimEnd(',', ';', ':', ' ') + "…";
    }
}
