using LiveSop.Bot.Pictures;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Pages;
using LiveSop.Domain.Tests.Sops;

namespace LiveSop.Bot.Tests.Pictures;

public sealed class WorkflowPictureTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("livesop-pictures-");

    public static TheoryData<string> Names => ["simple", "rich", "nasty", "crowded"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task draws_a_png(string name)
    {
        var path = Path.Combine(folder.FullName, name + ".png");
        var result = await WorkflowPicture.RenderAsync(WorkflowDot.Write(Named(name)), path);
        if (IsMissing(result)) return;
        result.Should().Be(new PictureResult.Drawn(path));
        (await File.ReadAllBytesAsync(path)).Take(4).Should().Equal(0x89, (byte)'P', (byte)'N', (byte)'G');
        folder.GetFiles().Should().ContainSingle();
    }

    [Fact]
    public async Task says_when_graphviz_is_missing()
    {
        var path = Path.Combine(folder.FullName, "x.png");
        (await WorkflowPicture.RenderAsync("digraph { a }", path, program: "no-such-program-here")).Should().BeOfType<PictureResult.NoGraphviz>();
        folder.GetFiles().Should().BeEmpty();
    }

    [Fact]
    public async Task a_refused_text_is_a_case_and_leaves_no_file()
    {
        var result = await WorkflowPicture.RenderAsync("this is no graph", Path.Combine(folder.FullName, "x.png"));
        if (IsMissing(result)) return;
        result.Should().BeOfType<PictureResult.Failed>().Which.Reason.Should().NotBeEmpty();
        folder.GetFiles().Should().BeEmpty();
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A machine may lack Graphviz; the one that decides what lands may not.</summary>
    private static bool IsMissing(PictureResult result)
    {
        var missing = result is PictureResult.NoGraphviz;
        if (Environment.GetEnvironmentVariable("CI") == "true") missing.Should().BeFalse("pictures must be tested before a change lands");
        return missing;
    }

    private static Sop Named(string name) => name switch
    {
        "simple" => SampleSops.Simple,
        "rich" => SampleSops.Rich,
        "crowded" => SampleSops.Crowded,
        _ => SampleSops.Nasty,
    };
}
