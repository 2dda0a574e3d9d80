using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Mining;

public sealed class MajorityMinerTests
{
    [Fact]
    public void what_most_cases_do_in_an_order_is_a_sequence_even_when_no_case_shows_all() =>
        Mined("abd", "acd", "abc", "bcd", "abcd", "abd", "acd", "bcd").Should().Be("->( X( 'a', tau ), X( 'b', tau ), X( 'c', tau ), X( 'd', tau ) )");

    [Fact]
    public void one_odd_case_does_not_break_the_order() =>
        Mined([.. Enumerable.Repeat("abc", 20), "cba"]).Should().Be("->( 'a', 'b', 'c' )");

    [Fact]
    public void what_never_comes_together_though_it_could_is_a_choice() =>
        Mined([.. Enumerable.Repeat("abd", 15), .. Enumerable.Repeat("acd", 15)]).Should().Be("->( 'a', X( 'b', 'c' ), 'd' )");

    [Fact]
    public void what_comes_either_way_round_has_no_order() =>
        Mined([.. Enumerable.Repeat("abcd", 15), .. Enumerable.Repeat("acbd", 15)]).Should().Be("->( 'a', +( 'b', 'c' ), 'd' )");

    [Fact]
    public void what_often_comes_again_is_a_loop() =>
        Mined([.. Enumerable.Repeat("ababc", 15), .. Enumerable.Repeat("abc", 10)]).Should().Be("->( *( ->( 'a', 'b' ), tau ), 'c' )");

    [Fact]
    public void nothing_gives_nothing() => MajorityMiner.Mine(EventLog.From([])).Should().Be(ProcessTree.Silent);

    [Fact]
    public void every_activity_stands_in_the_tree_exactly_once_whatever_the_log()
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var log = Log([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => new string([.. Enumerable.Range(0, random.Next(0, 9)).Select(_ => (char)('a' + random.Next(7)))]))]);
            MajorityMiner.Mine(log).Activities().Order().Should().Equal(Enumerable.Range(0, log.Activities.Count));
        }
    }

    private static string Mined(params string[] traces)
    {
        var log = Log(traces);
        return ProcessTreeNotation.Write(MajorityMiner.Mine(log), log.Activities);
    }

    private static EventLog Log(string[] traces) => EventLog.From(traces.Select(trace => trace.Select(c => $"{c}")));
}
