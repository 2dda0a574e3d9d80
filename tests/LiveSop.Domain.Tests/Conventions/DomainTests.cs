using System.Reflection;
using LiveSop.Domain.Incidents;

namespace LiveSop.Domain.Tests.Conventions;

public sealed class DomainTests
{
    private static readonly Assembly Domain = typeof(Message).Assembly;

    [Fact]
    public void references_only_the_base_class_library()
    {
        var platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Domain.GetReferencedAssemblies().Should().NotBeEmpty().And.OnlyContain(reference => File.Exists(Path.Combine(platform, reference.Name + ".dll")));
    }

    [Fact]
    public void never_waits() => TypeRules.Waiting(Domain).Should().BeEmpty();

    [Fact]
    public void never_touches_the_disk_the_network_or_a_process() =>
        Domain.GetReferencedAssemblies().Select(reference => reference.Name).Should().NotContain(name =>
            name!.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.IO.", StringComparison.Ordinal)
            || name == "System.Diagnostics.Process" || name == "System.Console");

    [Fact]
    public void constructors_take_at_most_five_things() => TypeRules.GreedyConstructors(Domain).Should().BeEmpty();

    [Fact]
    public void names_say_what_a_thing_is() => TypeRules.EmptyNames(Domain).Should().BeEmpty();

    /// <summary>A rule that finds nothing anywhere would be no rule.</summary>
    [Fact]
    public void the_rules_find_what_breaks_them()
    {
        var here = typeof(DomainTests).Assembly;

        TypeRules.Waiting(here).Should().Contain(name => name.EndsWith("WaitAsync", StringComparison.Ordinal));
        TypeRules.GreedyConstructors(here).Should().ContainSingle().Which.Should().EndWith(nameof(GreedyThing));
        TypeRules.EmptyNames(here).Should().BeEquivalentTo("EmptyHelper");
    }

    private static class EmptyHelper
    {
        public static Task WaitAsync() => Task.CompletedTask;
    }

    private sealed class GreedyThing(int a, int b, int c, int d, int e, int f)
    {
        public int Sum => a + b + c + d + e + f;
    }
}
