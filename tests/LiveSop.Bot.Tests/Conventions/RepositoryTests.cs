using System.Text.RegularExpressions;

namespace LiveSop.Bot.Tests.Conventions;

public sealed partial class RepositoryTests
{
    [Fact]
    public void every_project_pins_what_it_restores()
    {
        var projects = Project.Files("src", "*.csproj").Concat(Project.Files("tests", "*.csproj")).ToList();

        projects.Should().HaveCountGreaterThan(4);
        projects.Select(project => Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))
            .Where(lockFile => !File.Exists(Path.Combine(Project.Root, lockFile))).Should().BeEmpty();
    }

    [Fact]
    public void every_project_is_in_the_solution()
    {
        var solution = Project.Read("LiveSop.sln").Replace('\\', '/');

        Project.Files("src", "*.csproj").Concat(Project.Files("tests", "*.csproj")).Where(project => !solution.Contains(project, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void the_readme_names_only_commands_that_the_script_knows()
    {
        var known = ScriptCase().Matches(Project.Read("livesop")).SelectMany(match => match.Groups[1].Value.Split('|')).ToHashSet();
        var named = Command().Matches(Project.Read("README.md")).Select(match => match.Groups[1].Value).ToHashSet();

        known.Should().Contain(["demo", "test", "mine", "bench", "clean"]);
        named.Should().Contain(["demo", "test", "mine"]).And.BeSubsetOf(known);
    }

    [Fact]
    public void the_readme_names_only_files_that_are_there() =>
        Link().Matches(Project.Read("README.md")).Select(match => match.Groups[1].Value)
            .Where(link => !link.StartsWith("http", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Project.Root, link)))
            .Should().BeEmpty();

    [Fact]
    public void the_container_copies_only_what_is_there()
    {
        var copied = Copy().Matches(Project.Read("Dockerfile"))
            .SelectMany(match => match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..^1]).ToList();

        copied.Should().NotBeEmpty();
        copied.Where(path => !Path.Exists(Path.Combine(Project.Root, path))).Should().BeEmpty();
    }

    [Fact]
    public void continuous_integration_runs_what_the_readme_says()
    {
        Project.Read("README.md").Should().Contain("./livesop test");
        Project.Read(".ci/run").Should().Contain("./livesop test");
    }

    [Theory]
    [InlineData("livesop")]
    [InlineData(".ci/run")]
    public void scripts_can_be_run(string script)
    {
        if (OperatingSystem.IsWindows()) return;

        File.GetUnixFileMode(Path.Combine(Project.Root, script)).Should().HaveFlag(UnixFileMode.UserExecute);
        Project.Read(script).Should().StartWith("#!").And.NotContain("\r");
    }

    [GeneratedRegex(@"^ {2}([a-z|-]+)\)", RegexOptions.Multiline)]
    private static partial Regex ScriptCase();

    [GeneratedRegex(@"\./livesop ([a-z]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\(([^)#]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^COPY (?!--from)(.+)$", RegexOptions.Multiline)]
    private static partial Regex Copy();
}
