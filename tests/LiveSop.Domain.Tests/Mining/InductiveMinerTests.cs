using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Mining;

public sealed class InductiveMinerTests
{
    /// <summary>Words of letters, <c>abc*3</c> for three cases; logs from the papers and from van der Aalst, Process Mining, 2016, ch. 6 and 7.</summary>
    [Theory]
    [InlineData("abcd*3 acbd*2 aed", "->( 'a', X( +( 'b', 'c' ), 'e' ), 'd' )")]
    [InlineData("ab", "->( 'a', 'b' )")]
    [InlineData("a b c", "X( 'a', 'b', 'c' )")]
    [InlineData("ab ba", "+( 'a', 'b' )")]
    [InlineData("ab a", "->( 'a', X( 'b', tau ) )")]
    [InlineData("a aba ababa", "*( 'a', 'b' )")]
    [InlineData("a aa aaa", "*( 'a', tau )")]
    [InlineData("abcd acbd abcefbcd acbefbcd acbefcbd abcefcbefcbd", "->( 'a', *( +( 'b', 'c' ), ->( 'e', 'f' ) ), 'd' )")]
    [InlineData("abc ac abd ad", "->( 'a', X( 'b', tau ), X( 'c', 'd' ) )")]
    [InlineData("abcd ad", "->( 'a', X( ->( 'b', 'c' ), tau ), 'd' )")]
    public void finds_the_textbook_tree(string cases, string tree) =>
        Notation(new InductiveMiner().Mine(Log(cases)), cases).Should().Be(tree);

    [Fact]
    public void an_empty_log_gives_a_silent_tree() =>
        new InductiveMiner().Mine(EventLog.From(Array.Empty<string[]>())).Should().Be(ProcessTree.Silent);

    [Fact]
    public void noise_hides_a_rare_detour()
    {
        const string cases = "abcd*99 abcbd";
        Notation(new InductiveMiner(0.2).Mine(Log(cases)), cases).Should().Be("->( 'a', 'b', 'c', 'd' )");
        Notation(new InductiveMiner().Mine(Log(cases)), cases).Should().Be("->( 'a', +( 'c', *( 'b', tau ) ), 'd' )");
    }

    [Fact]
    public void without_noise_a_mined_tree_replays_its_whole_log()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var log = RandomMining.Log(seed);
            var replay = new Replay(new InductiveMiner().Mine(log), log.Activities.Count);
            log.Variants.Should().OnlyContain(v => replay.Align(v.Trace).Fits, $"of seed {seed}");
        }
    }

    [Fact]
    public void with_noise_a_mined_tree_is_sound_and_simple()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var tree = new InductiveMiner(0.3).Mine(RandomMining.Log(seed));
            Nodes(tree).OfType<ProcessTree.Loop>().Should().NotContain(l => l.Do == ProcessTree.Silent && l.Redo == ProcessTree.Silent);
            Nodes(tree).Where(n => n is not ProcessTree.Loop).Should().NotContain(n => n.Children().Any(c => c.GetType() == n.GetType()) || n.Children().Count == 1);
            Nodes(tree).Where(n => n is ProcessTree.Sequence or ProcessTree.Parallel).Should().NotContain(n => n.Children().Contains(ProcessTree.Silent));
        }
    }

    [Fact]
    public void refuses_a_noise_that_is_no_share()
    {
        FluentActions.Invoking(() => new InductiveMiner(-0.1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new InductiveMiner(1.1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static IEnumerable<ProcessTree> Nodes(ProcessTree tree) => tree.Children().SelectMany(Nodes).Prepend(tree);

    private static string Notation(ProcessTree tree, string cases) => ProcessTreeNotation.Write(tree, Log(cases).Activities);

    private static EventLog Log(string cases) => EventLog.From(cases.Split(' ').SelectMany(word =>
    {
        var parts = word.Split('*');
        var count = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
        return Enumerable.Repeat(parts[0].Select(letter => $"{letter}"), count);
    }));
}
