using System.Text.RegularExpressions;
using LiveSop.Bot.Tests.Conventions;

namespace LiveSop.Bot.Tests.Packaging;

/// <summary>What can be said of the image without an engine that builds it.</summary>
public sealed partial class ImageTests
{
    private static readonly string[] lines = Project.Read("Dockerfile").Replace("\\\n", "", StringComparison.Ordinal).Split('\n');

    [Fact]
    public void the_engine_gets_what_is_copied_and_nothing_else()
    {
        var rules = Project.Read(".dockerignore").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var copied = Of("COPY").Where(copy => !copy.StartsWith("--from", StringComparison.Ordinal)).SelectMany(copy => copy.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..^1]);

        rules[0].Should().Be("*");
        rules.Where(rule => rule[0] == '!').Select(rule => rule[1..]).Should().BeEquivalentTo(copied.Select(path => path.Split('/')[0]).Distinct());
        rules.Skip(1).Where(rule => rule[0] != '!').Should().Equal("**/bin", "**/obj");
    }

    [Fact]
    public void every_project_that_goes_in_brings_its_lock_file_before_the_restore()
    {
        var restore = Array.FindIndex(lines, line => line.StartsWith("RUN dotnet restore", StringComparison.Ordinal));

        lines[restore].Should().EndWith("--locked-mode");
        lines.Should().Contain(line => line.StartsWith("RUN dotnet publish", StringComparison.Ordinal) && line.EndsWith("--no-restore", StringComparison.Ordinal));
        foreach (var project in Project.Files("src", "*.csproj"))
            lines[..restore].Should().ContainSingle(line => line.Contains($"{project} {Path.GetDirectoryName(project)}/packages.lock.json {Path.GetDirectoryName(project)}/", StringComparison.Ordinal));
    }

    [Fact]
    public void images_are_pinned_by_major_version() => Of("FROM").Should().HaveCount(2).And.OnlyContain(image => Pinned().IsMatch(image));

    [Fact]
    public void it_runs_without_rights_and_stops_when_told()
    {
        Of("USER").Should().Equal("$APP_UID");
        Of("STOPSIGNAL").Should().Equal("SIGTERM");
        Of("ENTRYPOINT").Should().Equal("""["livesop"]""");
        Of("HEALTHCHECK").Should().ContainSingle().Which.Should().EndWith("""CMD ["livesop", "health"]""");
    }

    [Fact]
    public void pictures_have_their_program_and_a_font() => Of("RUN").Should().Contain(run => run.Contains("graphviz fonts-dejavu-core", StringComparison.Ordinal) && run.Contains("rm -rf /var/lib/apt/lists/*", StringComparison.Ordinal));

    [Fact]
    public void variables_are_known_and_none_is_a_secret()
    {
        var set = Of("ENV").Concat(Of("ARG")).SelectMany(line => Variable().Matches(line).Select(match => match.Groups[1].Value)).ToList();

        set.Should().Contain("Health__Url").And.OnlyContain(name => name == "PATH" || Variables.Known.Contains(name));
        Project.Read("Dockerfile").Should().NotContainAny("TOKEN", "PASSWORD", "Password", "xoxb", "xapp");
    }

    [Fact]
    public void the_label_says_the_programs_version() =>
        Of("LABEL").Single().Should().Contain($"""version="{Version().Match(Project.Read("src/LiveSop.Bot/LiveSop.Bot.csproj")).Groups[1].Value}" """.TrimEnd());

    private static IEnumerable<string> Of(string instruction) => lines.Where(line => line.StartsWith(instruction + ' ', StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..]);

    [GeneratedRegex(@":[0-9]+\.[0-9]+( AS |$)")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"([A-Za-z_]+)=")]
    private static partial Regex Variable();

    [GeneratedRegex("<Version>([^<]+)<")]
    private static partial Regex Version();
}
