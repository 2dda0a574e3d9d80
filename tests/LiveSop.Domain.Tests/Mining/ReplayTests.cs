using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Mining;

public sealed class ReplayTests
{
    private const int Longest = 7;

    [Fact]
    public void an_alignment_costs_as_little_as_any_trace_of_the_tree_allows()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var tree = RandomMining.Tree(random, 2);
            var language = RandomMining.Language(tree, Longest);
            var trace = RandomMining.Trace(random, 4, 4);
            if (language.Count == 0) continue;
            var best = language.Min(word => Distance(string.Concat(trace), word));
            // A longer trace of the tree, which was not looked at, might cost less.
            if (best > Longest + 1 - trace.Length) continue;
            var alignment = new Replay(tree, 4).Align(trace);
            alignment.IsOptimal.Should().BeTrue();
            alignment.Cost.Should().Be(best, $"of seed {seed}: {ProcessTreeNotation.Write(tree, RandomMining.Names)} and {string.Concat(trace)}");
        }
    }

    [Fact]
    public void an_alignment_retells_the_trace_and_a_run_of_the_tree()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var tree = RandomMining.Tree(random, 3);
            var trace = RandomMining.Trace(random, 4, 8);
            var moves = new Replay(tree, 4).Align(trace).Moves;
            moves.Select(Event).OfType<int>().Should().Equal(trace);
            var run = moves.Select(Step).OfType<int>().ToArray();
            new Replay(tree, 4).Align(run).Fits.Should().BeTrue($"of seed {seed}");
        }
    }

    [Fact]
    public void says_what_was_skipped_added_and_done()
    {
        var tree = ProcessTreeNotation.Parse("->( 'a', 'b', 'c' )", RandomMining.Names);
        new Replay(tree, 6).Align([0, 3, 2]).Moves.Should().Equal(
            new Move.Done(0, 0, 0), new Move.Added(3, 1), new Move.Skipped(1, 1), new Move.Done(2, 2, 2));
    }

    [Fact]
    public void a_step_done_too_late_is_skipped_in_one_place_and_added_in_another()
    {
        var tree = ProcessTreeNotation.Parse("->( 'a', 'b', 'c', 'd' )", RandomMining.Names);
        var moves = new Replay(tree, 6).Align([0, 2, 3, 1]).Moves;
        moves.OfType<Move.Skipped>().Should().Equal(new Move.Skipped(1, 1));
        moves.OfType<Move.Added>().Should().Equal(new Move.Added(1, 3));
    }

    [Fact]
    public void an_empty_trace_skips_a_shortest_run()
    {
        var tree = ProcessTreeNotation.Parse("->( 'a', X( ->( 'b', 'c' ), 'd' ), *( 'e', 'f' ) )", RandomMining.Names);
        new Replay(tree, 6).Align([]).Moves.OfType<Move.Skipped>().Select(m => m.Activity).Should().Equal(0, 3, 4);
    }

    [Fact]
    public void holds_trees_of_more_leaves_than_a_machine_word_has_bits()
    {
        var names = Enumerable.Range(0, 300).Select(i => $"n{i}").ToArray();
        ProcessTree[] leaves = [.. Enumerable.Range(0, 300).Select(i => new ProcessTree.Activity(i))];
        int[] backwards = [.. Enumerable.Range(0, 300).Reverse()];
        new Replay(new ProcessTree.Parallel(leaves), names.Length).Align(backwards).Fits.Should().BeTrue();
        new Replay(new ProcessTree.Sequence(leaves), names.Length).Align([.. backwards.Reverse().Where(i => i != 150)]).Cost.Should().Be(1);
    }

    [Fact]
    public void ends_soon_on_a_trace_that_has_little_to_do_with_the_tree()
    {
        ProcessTree[] leaves = [.. Enumerable.Range(0, 20).Select(i => new ProcessTree.Sequence([new ProcessTree.Activity(i), new ProcessTree.Activity(i)]))];
        int[] trace = [.. Enumerable.Range(0, 60).Select(i => i * 7 % 20)];
        var alignment = new Replay(new ProcessTree.Parallel(leaves), 20).Align(trace);
        alignment.Moves.Select(Event).OfType<int>().Should().Equal(trace);
        alignment.Cost.Should().Be(20, "every pair is there, and a third of each is too many");
    }

    private static int? Event(Move move) => move switch
    {
        Move.Done done => done.Activity,
        Move.Added added => added.Activity,
        _ => null,
    };

    private static int? Step(Move move) => move switch
    {
        Move.Done done => done.Activity,
        Move.Skipped skipped => skipped.Activity,
        _ => null,
    };

    /// <summary>Letters to add and to take away.</summary>
    private static int Distance(string v, string w)
    {
        var common = new int[v.Length + 1, w.Length + 1];
        for (var i = 1; i <= v.Length; i++)
            for (var j = 1; j <= w.Length; j++)
                common[i, j] = v[i - 1] == w[j - 1] ? common[i - 1, j - 1] + 1 : Math.Max(common[i - 1, j], common[i, j - 1]);
        return v.Length + w.Length - 2 * common[v.Length, w.Length];
    }
}
