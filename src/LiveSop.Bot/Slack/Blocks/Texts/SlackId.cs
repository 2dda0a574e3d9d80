namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A user group: <c>S…</c>.</summary>
internal readonly record struct UserGroupId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The form that all of Slack's ids share.</summary>
internal static class SlackId
{
    private const int Longest = 32;

    /// <summary>Capital letters and digits. Anything else would let an id end its own mention.</summary>
    public static bool IsOne(string? id) => id is { Length: > 1 and <= Longest } && id.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}
