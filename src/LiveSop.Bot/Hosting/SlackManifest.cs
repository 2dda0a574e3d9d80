namespace LiveSop.Bot.Hosting;

/// <summary>The app as Slack is asked to create it: <c>slack-manifest.yaml</c>, which travels inside the program.</summary>
internal static class SlackManifest
{
    private const string Resource = "slack-manifest.yaml";

    /// <summary>As it is written, comments and all.</summary>
    public static string Text { get; } = Read();

    /// <summary>The scopes that the bot uses.</summary>
    public static IReadOnlyList<string> Scopes { get; } = [.. Plain(Text)
        .SkipWhile(line => line != "    bot:").Skip(1).TakeWhile(line => line.StartsWith("      - ", StringComparison.Ordinal)).Select(line => line[8..])];

    /// <summary>Opens Slack's form for a new app, filled in. Without the comments, which Slack would drop and which would make it twice as long.</summary>
    public static string Link { get; } = $"https://api.slack.com/apps?new_app=1&manifest_yaml={Uri.EscapeDataString(string.Join('\n', Plain(Text)))}";

    // No value of ours holds a space and a number sign.
    private static IEnumerable<string> Plain(string yaml) =>
        yaml.Split('\n').Select(line => line.Split(" #")[0].TrimEnd()).Where(line => line.Length > 0 && line[0] != '#');

    private static string Read()
    {
        using var stream = typeof(SlackManifest).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} was not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
