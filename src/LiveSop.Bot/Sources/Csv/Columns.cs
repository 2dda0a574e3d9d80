namespace LiveSop.Bot.Sources.Csv;

/// <summary>Finds columns by what they are called.</summary>
internal sealed class Columns(string path, IReadOnlyList<string> header)
{
    private readonly string[] names = [.. header.Select(Normal)];

    /// <summary>The headers as a refusal shows them.</summary>
    public string Found => string.Join(", ", header.Take(40).Select(name => $"\"{name}\"")) + (header.Count > 40 ? ", …" : "");

    /// <summary>The first column with one of these names, earlier names before later ones; null if there is none.</summary>
    public int? Of(params ReadOnlySpan<string> synonyms)
    {
        foreach (var synonym in synonyms)
            if (Array.IndexOf(names, synonym) is >= 0 and var index) return index;
        return null;
    }

    /// <summary>All columns of one name, which exports repeat for every value.</summary>
    public IReadOnlyList<int> All(string name) => [.. Enumerable.Range(0, names.Length).Where(i => names[i] == name)];

    /// <summary>The column that somebody named, or else one with a usual name.</summary>
    /// <exception cref="BadInputException">Somebody named a column that is not there.</exception>
    public int? Named(string? name, string flag, params ReadOnlySpan<string> synonyms)
    {
        if (name is null) return Of(synonyms);
        if (Array.IndexOf(names, Normal(name)) is >= 0 and var index) return index;
        throw new BadInputException(path, $"has no column \"{name}\" ({flag}); it has {Found}.", 1);
    }

    // Issue key, issue_key and Issue-Key are one name; the colons of concept:name mean something.
    private static string Normal(string name) =>
        string.Join(' ', name.ToLowerInvariant().Split([' ', '_', '-', '.', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
