using System.Text.RegularExpressions;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Tests.Conventions;

namespace LiveSop.Bot.Tests.Packaging;

/// <summary>The environment variables that the bot reads.</summary>
internal static partial class Variables
{
    public static IReadOnlySet<string> Known { get; } = new HashSet<string>(
        typeof(Settings).GetProperties().SelectMany(section => section.PropertyType.GetProperties().Select(setting => $"{section.Name}__{setting.Name}"))
            .Concat(Connection().Matches(Project.Read("src/LiveSop.Bot/Storage/DatabaseOptions.cs")).Select(match => $"ConnectionStrings__{match.Groups[1].Value}"))
            .Append("SLACK_BOT_TOKEN").Append("SLACK_APP_TOKEN"), StringComparer.Ordinal);

    [GeneratedRegex("""GetConnectionString\("([A-Za-z]+)"\)""")]
    private static partial Regex Connection();
}
