using System.CommandLine;
using System.CommandLine.Parsing;
using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Cli;

/// <summary>The options that say something about the inputs, on whichever command reads some.</summary>
internal sealed class SourceArguments
{
    private readonly Option<string?> timeZone = Named(SourceFlags.TimeZone, "ZONE", "Zone of times that name none, such as Europe/Berlin (UTC unless set in appsettings.json)");
    private readonly Option<string[]> dateFormats = new(SourceFlags.DateFormat) { HelpName = "FORMAT", Description = "How a CSV writes its dates, such as \"dd/MM/yyyy HH:mm\"; may be given several times" };
    private readonly Option<string?> delimiter = Named(SourceFlags.Delimiter, "CHAR", "Between the fields of a CSV: one character, or tab (detected unless given)");
    private readonly Option<bool> directMessages = new(SourceFlags.IncludeDirectMessages) { Description = "Read direct and group messages of a Slack export too" };
    private readonly Option<bool> secured = new(SourceFlags.IncludeSecured) { Description = "Read Jira issues with a security level, and comments that only some may see, too" };
    private readonly Option<string?> project = Named(SourceFlags.Project, "KEY", "Read only this Jira project");
    private readonly Option<string?> caseColumn = Column(SourceFlags.Case, "case (event log)");
    private readonly Option<string?> activityColumn = Column(SourceFlags.Activity, "activity (event log)");
    private readonly Option<string?> timeColumn = Column(SourceFlags.Time, "time");
    private readonly Option<string?> resourceColumn = Column(SourceFlags.Resource, "person who did it (event log)");
    private readonly Option<string?> idColumn = Column(SourceFlags.Id, "message's id (message log)");
    private readonly Option<string?> authorColumn = Column(SourceFlags.Author, "author (message log)");
    private readonly Option<string?> textColumn = Column(SourceFlags.Text, "text (message log)");
    private readonly Option<string?> threadColumn = Column(SourceFlags.Thread, "thread (message log)");

    public SourceArguments()
    {
        timeZone.Validators.Add(ZoneExists);
        delimiter.Validators.Add(IsOneCharacter);
    }

    public void AddTo(Command command)
    {
        Option[] all =
        [
            timeZone, dateFormats, delimiter, directMessages, secured, project,
            caseColumn, activityColumn, timeColumn, resourceColumn, idColumn, authorColumn, textColumn, threadColumn,
        ];
        foreach (var option in all) command.Options.Add(option);
    }

    public SourceOptions Read(ParseResult parsed, Settings settings) => new()
    {
        TimeZone = parsed.GetValue(timeZone) ?? settings.Mining.TimeZone,
        DateFormats = parsed.GetValue(dateFormats) ?? [],
        Delimiter = Character(parsed.GetValue(delimiter)),
        IncludeDirectMessages = parsed.GetValue(directMessages),
        IncludeSecured = parsed.GetValue(secured),
        JiraProject = parsed.GetValue(project),
        Columns = new ColumnNames
        {
            Case = parsed.GetValue(caseColumn),
            Activity = parsed.GetValue(activityColumn),
            Time = parsed.GetValue(timeColumn),
            Resource = parsed.GetValue(resourceColumn),
            Id = parsed.GetValue(idColumn),
            Author = parsed.GetValue(authorColumn),
            Text = parsed.GetValue(textColumn),
            Thread = parsed.GetValue(threadColumn),
        },
    };

    private static Option<string?> Named(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private static Option<string?> Column(string name, string holds) => Named(name, "COLUMN", $"CSV column of the {holds}, where its name is not recognised");

    private static char? Character(string? text) => text switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        _ => text[0],
    };

    private static void IsOneCharacter(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is { } text and not ("tab" or "\\t") && text.Length != 1)
            result.AddError($"{SourceFlags.Delimiter} takes one character or the word tab, not \"{text}\".");
    }

    // A Slack export has no use for the zone, and yet a mistyped one should not pass in silence.
    private static void ZoneExists(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone.Trim(), out _))
            result.AddError($"The time zone \"{zone}\" does not exist; name it as in {SourceFlags.TimeZone} Europe/Berlin.");
    }
}
