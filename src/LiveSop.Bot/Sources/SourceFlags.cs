namespace LiveSop.Bot.Sources;

/// <summary>The command line's names for <see cref="SourceOptions"/>, so that a refusal names the option that really exists.</summary>
internal static class SourceFlags
{
    public const string Case = "--case";
    public const string Activity = "--activity";
    public const string Time = "--time";
    public const string Resource = "--resource";
    public const string Id = "--id";
    public const string Author = "--author";
    public const string Text = "--text";
    public const string Thread = "--thread";
    public const string TimeZone = "--time-zone";
    public const string DateFormat = "--date-format";
    public const string Delimiter = "--delimiter";
    public const string IncludeDirectMessages = "--include-dms";
    public const string IncludeSecured = "--include-secured";
    public const string Project = "--project";
}
