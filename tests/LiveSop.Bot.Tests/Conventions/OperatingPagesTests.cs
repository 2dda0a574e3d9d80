using System.Text.RegularExpressions;
using LiveSop.Bot.Tests.Storage;
using YamlDotNet.Serialization;

namespace LiveSop.Bot.Tests.Conventions;

/// <summary>What a security officer and an operator read is what is.</summary>
public sealed partial class OperatingPagesTests
{
    private static readonly string security = Project.Read("docs/security.md"), operations = Project.Read("docs/operations.md");

    [Fact]
    public void the_scopes_are_those_of_the_manifest()
    {
        var manifest = (Dictionary<object, object>)new DeserializerBuilder().Build().Deserialize(Project.Read("slack-manifest.yaml"))!;
        var scopes = (Dictionary<object, object>)((Dictionary<object, object>)manifest["oauth_config"])["scopes"];

        scopes.Keys.Should().Equal("bot");
        ScopeRow().Matches(security).Select(match => match.Groups[1].Value).Should().Equal(((List<object>)scopes["bot"]).Cast<string>());
    }

    [Fact]
    public async Task every_table_of_the_database_says_what_it_holds_and_how_long()
    {
        await using var database = await TestDatabase.CreateAsync();

        var tables = await Contents.AskAsync(database.Owner, "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE '\\_\\_%'");

        var section = security[security.IndexOf("## What is stored", StringComparison.Ordinal)..security.IndexOf("## What leaves", StringComparison.Ordinal)];
        TableRow().Matches(section).SelectMany(row => Code().Matches(row.Value).Select(match => match.Groups[1].Value)).Should().BeEquivalentTo(tables);
    }

    [Fact]
    public void the_tests_of_isolation_that_are_named_exist()
    {
        var named = TestClass().Matches(security).Select(match => match.Groups[1].Value).ToList();

        named.Should().HaveCountGreaterThan(4).And.BeSubsetOf(typeof(OperatingPagesTests).Assembly.GetTypes().Select(type => type.Name));
    }

    [Fact]
    public void every_warning_and_error_is_explained()
    {
        var alarms = Project.Files("src/LiveSop.Bot", "*.cs").SelectMany(file => Alarm().Matches(Project.Read(file)).Select(match => Beginning(match.Groups[1].Value))).Distinct().ToList();
        var table = operations[operations.IndexOf("| alarm |", StringComparison.Ordinal)..];

        alarms.Should().HaveCountGreaterThan(20);
        alarms.Where(alarm => !table.Contains($"`{alarm}`", StringComparison.Ordinal)).Should().BeEmpty("docs/operations.md has a table of alarms");
    }

    [Fact]
    public void every_command_is_one_that_there_is()
    {
        var script = Project.Read("livesop");

        Command().Matches(operations + security).Select(match => match.Groups[1].Value).Distinct()
            .Where(command => !Regex.IsMatch(script, $@"[ |]{command}[|)]")).Should().BeEmpty();
    }

    /// <summary>As the table has it: what changes is an ellipsis, and it ends where the sentence or its first part does.</summary>
    private static string Beginning(string message) => Placeholder().Replace(message, "…").Split(['.', ':', ';', '('], 2)[0].Trim();

    [GeneratedRegex("^\\| `([a-z_:]+:[a-z]+|commands)` \\|", RegexOptions.Multiline)]
    private static partial Regex ScopeRow();

    [GeneratedRegex("^\\| `[^|]+\\|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("`([A-Za-z]+Tests)`")]
    private static partial Regex TestClass();

    [GeneratedRegex("LogLevel\\.(?:Warning|Error|Critical),\\s+Message = \"([^\"]+)\"")]
    private static partial Regex Alarm();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\./livesop ([a-z]+)")]
    private static partial Regex Command();
}
