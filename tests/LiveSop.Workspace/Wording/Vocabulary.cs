namespace LiveSop.Workspace.Wording;

/// <summary>Turns of phrase that many lines share.</summary>
internal static class Vocabulary
{
    private static readonly Dictionary<string, PhrasePart> Rules = new(StringComparer.Ordinal)
    {
        ["please"] = PhrasePart.Parse("{please|please|kindly|if you can|}"),
        ["could"] = PhrasePart.Parse("{could you|can you|would you mind if I ask you to|would you be able to|any chance you can}"),
        ["cust"] = PhrasePart.Parse("{the customer|$customer|the client|the account}"),
        ["theirs"] = PhrasePart.Parse("{the customer's|$contact's|their|the client's}"),
        ["look"] = PhrasePart.Parse("{having a look|taking a look|looking|checking|digging in}"),
        ["now"] = PhrasePart.Parse("{now|just now|a minute ago|a moment ago|}"),
        ["done"] = PhrasePart.Parse("{done|sorted|all set|there we go|ok}"),
        ["team"] = PhrasePart.Parse("{team|all|folks|everyone|people}"),
        ["hello"] = PhrasePart.Parse("{hi|hello|hey|good morning|hiya}"),
        ["thanks"] = PhrasePart.Parse("{thanks|thank you|many thanks|cheers|much appreciated}"),
        ["right"] = PhrasePart.Parse("{right|ok|okay|alright|so}"),
        ["found"] = PhrasePart.Parse("{found it|got it|here is the culprit|I see what happened|mystery solved}"),
    };

    /// <exception cref="FormatException">No such rule.</exception>
    public static PhrasePart Of(string name) => Rules.TryGetValue(name, out var rule) ? rule : throw new FormatException("No rule ~" + name);
}
