namespace LiveSop.Workspace.Wording;

/// <summary>Turns of phrase that many lines share.</summary>
internal static class Vocabulary
{
    private static readonly Dictionary<string, PhrasePart> Rules = new(StringComparer.Ordinal)
    {
        ["could"] = PhrasePart.Parse("{could you|can you|would you mind if I ask you to|would you be able to|any chance you can}"),
        ["look"] = PhrasePart.Parse("{having a look|taking a look|looking|checking|digging in}"),
        ["done"] = PhrasePart.Parse("{done|sorted|all set|there we go|ok}"),
        ["team"] = PhrasePart.Parse("{team|all|folks|everyone|people}"),
        ["hello"] = PhrasePart.Parse("{hi|hello|hey|good morning|hiya}"),
        ["thanks"] = PhrasePart.Parse("{thanks|thank you|many thanks|cheers|much appreciated}"),
    };

    /// <exception cref="FormatException">No such rule.</exception>
    public static PhrasePart Of(string name) =>
        Rules.TryGetValue(name, out var rule) ? rule : throw new FormatException("No rule ~" + name);
}
