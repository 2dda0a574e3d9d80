using System.Reflection;
using LiveSop.Bot.Learn;
using LiveSop.Bot.Scheduling;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Tests.Conventions;

namespace LiveSop.Bot.Tests.Conventions;

public sealed class BotTests
{
    private const int MostLines = 250;

    private static readonly string[] Slices = ["Learn", "Respond", "Commands", "Cli", "Hosting"];

    private static readonly Assembly Bot = typeof(MineHistory).Assembly;

    [Fact]
    public void constructors_take_at_most_five_things() => TypeRules.GreedyConstructors(Bot).Should().BeEmpty();

    [Fact]
    public void names_say_what_a_thing_is() => TypeRules.EmptyNames(Bot).Should().BeEmpty();

    [Fact]
    public void what_waits_says_so_by_its_name() =>
        TypeRules.Waiting(Bot)
            // Quartz names what it runs.
            .Where(name => name != $"{typeof(Tick).FullName}.{nameof(Tick.Execute)}")
            .Select(name => name[(name.LastIndexOf('.') + 1)..])
            .Where(name => !name.Contains('<', StringComparison.Ordinal) && !name.EndsWith("Async", StringComparison.Ordinal))
            .Should().BeEmpty();

    [Fact]
    public void nothing_is_public() => Bot.GetExportedTypes().Should().BeEmpty("other programs have the command line and sops.json");

    [Theory]
    [InlineData("Sources")]
    [InlineData("Pictures")]
    [InlineData("Slack")]
    [InlineData("Storage")]
    [InlineData("Work")]
    public void adapters_never_call_slices(string adapter) =>
        Project.Files($"src/LiveSop.Bot/{adapter}", "*.cs")
            .Where(file => Slices.Any(slice => Project.Read(file).Contains($"LiveSop.Bot.{slice}", StringComparison.Ordinal)))
            .Should().BeEmpty();

    [Fact]
    public void whatever_can_be_pressed_has_its_handler()
    {
        // What a slice offers to be pressed stands in its …Actions, or is called Action; fields of forms and names of views are not pressed.
        var pressed = Bot.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(SlackAction) && (field.Name == "Action" || field.DeclaringType!.Name.EndsWith("Actions", StringComparison.Ordinal)))
            .Select(field => $"action:{((SlackAction)field.GetValue(null)!).Name}").ToList();

        pressed.Should().NotBeEmpty().And.BeSubsetOf(Reactions.Routes(new Comings(), new Connections(), new Recognisers(), new()).Names);
    }

    [Fact]
    public void no_file_of_the_product_is_longer_than_a_person_reads_at_once() =>
        // A migration is written by a tool, and read as a diff.
        Project.Files("src", "*.cs").Where(file => !file.Contains("/Storage/Migrations/", StringComparison.Ordinal))
            .Where(file => Project.Read(file).Split('\n').Length - 1 > MostLines).Should().BeEmpty();

    [Fact]
    public void no_folder_is_a_drawer_for_odds_and_ends() =>
        Project.Files("src", "*.cs").SelectMany(file => file.Split('/')).Should().NotContain(["Services", "Helpers", "Models", "Interfaces", "Utils", "Common"]);
}
