namespace LiveSop.Bot.Cli.Checkup;

/// <summary>How grave it is.</summary>
internal enum Grade
{
    Ok,

    /// <summary>The bot works; somebody should look at it.</summary>
    Warn,

    /// <summary>It stops the bot.</summary>
    Wrong,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What was looked at, a colon, how it is. Never a secret.</param>
/// <param name="Fix">What to do about it; null where nothing is to be done.</param>
internal sealed record Finding(Grade Grade, string What, string? Fix = null)
{
    public static Finding Ok(string what) => new(Grade.Ok, what);

    public static Finding Warn(string what, string fix) => new(Grade.Warn, what, fix);

    public static Finding Wrong(string what, string fix) => new(Grade.Wrong, what, fix);

    /// <param name="sentence">As a refused start says it: what is wrong, a semicolon, what to do.</param>
    public static Finding Refused(string about, string sentence) => sentence.LastIndexOf("; ", StringComparison.Ordinal) is > 0 and var end
        ? Wrong($"{about}: {sentence[..end]}", sentence[(end + 2)..].TrimEnd('.'))
        : Wrong($"{about}: {sentence.TrimEnd('.')}", "correct that");

    /// <summary>For a person.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Line => $"{Grade.ToString().ToLowerInvariant(),5} {What}{(Fix is null ? "" : $" — {Fix}")}";
}
