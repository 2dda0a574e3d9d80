using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Mining;

public sealed class ProcessTreeNotationTests
{
    private static readonly string[] Awkward = ["it's", "back\\slash", "comma, ( paren )", "tau", "X", "é 猫"];

    [Fact]
    public void what_is_written_can_be_read_again()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var text = ProcessTreeNotation.Write(RandomMining.Tree(new Random(seed), 4), Awkward);
            ProcessTreeNotation.Write(ProcessTreeNotation.Parse(text, Awkward), Awkward).Should().Be(text);
        }
    }

    [Fact]
    public void escapes_quotes_and_backslashes()
    {
        var tree = new ProcessTree.Sequence([new ProcessTree.Activity(0), new ProcessTree.Choice([new ProcessTree.Activity(1), ProcessTree.Silent])]);
        ProcessTreeNotation.Write(tree, Awkward).Should().Be(@"->( 'it\'s', X( 'back\\slash', tau ) )");
    }

    [Theory]
    [InlineData("->( 'a', 'b'")]
    [InlineData("->( 'a' 'b' )")]
    [InlineData("*( 'a', 'b', 'c' )")]
    [InlineData("'z'")]
    [InlineData("'a")]
    [InlineData("'a' 'b'")]
    [InlineData("")]
    public void refuses_what_is_no_tree(string text) =>
        FluentActions.Invoking(() => ProcessTreeNotation.Parse(text, RandomMining.Names)).Should().Throw<FormatException>();
}
