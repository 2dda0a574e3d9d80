using LiveSop.Bot.Learn;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Tests.Sources;

namespace LiveSop.Bot.Tests.Learn;

public sealed class ImportHistoryTests : Inputs
{
    [Fact]
    public async Task of_two_exports_that_overlap_the_later_one_knows_better()
    {
        var older = Renamed("z-older.zip", Said("1715940000.000100", "please hlep"));
        var newer = Renamed("a-newer.zip", Said("1715940000.000100", "please help"), Said("1715940060.000100", "done"));

        foreach (var inputs in new[] { new[] { older, newer }, [newer, older] })
        {
            var imported = await ImportHistory.RunAsync(inputs, new SourceOptions(), _ => { }, CancellationToken.None);

            imported.Messages.Select(message => message.Text).Should().Equal("please help", "done");
            imported.Tally.Messages.Should().Be(2);
            imported.Tally[Omission.Repeated].Should().Be(1);
        }
    }

    [Fact]
    public async Task messages_of_a_place_stand_together_and_in_order_whatever_the_inputs()
    {
        var export = Export(Said("1715940060.000100", "second"), Said("1715940000.000100", "first"));
        var log = Write("b.csv", "case,activity,time\n1,b,2024-05-02\n1,c,2024-05-02\n1,a,2024-05-01\n");

        var imported = await ImportHistory.RunAsync([log, export], new SourceOptions(), _ => { }, CancellationToken.None);

        imported.Messages.Select(message => message.Activity ?? message.Text).Should().Equal("first", "second", "a", "b", "c");
    }

    private static string Said(string ts, string text) => $$"""{"type":"message","user":"U1","ts":"{{ts}}","text":"{{text}}"}""";

    private string Renamed(string name, params string[] messages)
    {
        var path = Path.Combine(Folder, name);
        File.Move(Export(messages), path);
        return path;
    }
}
