using System.Text;
using System.Text.Json;
using LiveSop.Bot.Learn;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Tests;
using LiveSop.Domain.Tests.Sops;

namespace LiveSop.Bot.Tests.Learn;

public sealed class SopsJsonTests
{
    private static readonly Mined Found = new(8123, 500, [SampleSops.Simple, SampleSops.Nasty], ["C9:1.000100", "C9:\"2\""]);

    [Fact]
    public void is_written_as_accepted() => Snapshot.Matches(Write(Found), "sops.json.verified");

    [Fact]
    public void is_json_with_every_field_of_the_contract()
    {
        using var json = JsonDocument.Parse(Write(Found));
        json.RootElement.EnumerateObject().Select(field => field.Name).Should().Equal("format", "messages", "incidents", "sops", "unassigned");
        var sop = json.RootElement.GetProperty("sops")[0];
        sop.EnumerateObject().Select(field => field.Name).Should().Equal("id", "title", "trigger", "cases", "steps", "tree", "edges", "guards", "quality");
        sop.GetProperty("steps")[0].EnumerateObject().Select(field => field.Name)
            .Should().Equal("id", "title", "actor", "optional", "support", "medianSeconds", "evidence");
        sop.GetProperty("cases")[0].GetString().Should().Be("C123:1589200000.000200");
    }

    [Fact]
    public void the_same_input_gives_the_same_bytes() => Write(Found).Should().Be(Write(Found with { Sops = [.. Found.Sops] }));

    private static string Write(Mined mined)
    {
        using var stream = new MemoryStream();
        SopsJson.Write(stream, mined, Notation);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Notation(ProcessTree tree, IReadOnlyList<string> names) => tree switch
    {
        ProcessTree.Activity leaf => $"'{names[leaf.Index]}'",
        ProcessTree.Sequence sequence => $"->( {string.Join(", ", sequence.Children.Select(child => Notation(child, names)))} )",
        ProcessTree.Choice choice => $"X( {string.Join(", ", choice.Children.Select(child => Notation(child, names)))} )",
        _ => "tau",
    };
}
