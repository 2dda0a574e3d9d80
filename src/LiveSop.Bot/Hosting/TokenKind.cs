namespace LiveSop.Bot.Hosting;

/// <summary>Which of an app's two secrets.</summary>
internal sealed record TokenKind(string Prefix, string Place)
{
    public static readonly TokenKind Bot = new("xoxb-", "the Bot User OAuth Token, from the app's page \"OAuth & Permissions\"");

    public static readonly TokenKind App = new("xapp-", "the App-Level Token, from the app's page \"Basic Information\"");

    private const string Rotation =
        "It is a token that expires (xoxe): token rotation is on, which cannot be switched off for an app, and which LiveSOP does not support; create a new app from the link of livesop connect";

    /// <returns>What is wrong with it, in sentences that do not show it; null where it looks right.</returns>
    public string? Complaint(string token) => token switch
    {
        "" => $"Nothing was given; it needs {Place}, which begins with {Prefix}.",
        ['"' or '\'' or '`', ..] => "It has quotes around it; give it without.",
        _ when token.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)) => "It has spaces in it; copy it again, in one piece.",
        _ when token.StartsWith("xoxe", StringComparison.Ordinal) => $"{Rotation}.",
        _ when token.StartsWith(Prefix, StringComparison.Ordinal) => IsWhole(token) ? null : $"It is not whole; copy it again, from {Prefix} to its end.",
        _ => $"{Mistaken(token)}; it needs {Place}, which begins with {Prefix}.",
    };

    private bool IsWhole(string token) => token.Length > Prefix.Length && token.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    private static string Mistaken(string token) => token switch
    {
        _ when token.StartsWith("xoxb-", StringComparison.Ordinal) => "It is the bot token",
        _ when token.StartsWith("xapp-", StringComparison.Ordinal) => "It is the app-level token",
        _ when token.StartsWith("xoxp-", StringComparison.Ordinal) => "It is a person's token (xoxp-), which acts in that person's name",
        _ when token.Length == 32 && token.All(char.IsAsciiHexDigitLower) => "It looks like the app's signing or client secret",
        _ => "It is no such token",
    };
}
