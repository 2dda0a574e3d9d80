using LiveSop.Domain.Families;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Tests.Families;

public sealed class CommunitiesTests
{
    [Fact]
    public void two_cliques_with_one_bridge_are_two_communities()
    {
        var communities = Communities.Of(Graph(10, Clique(0, 5).Concat(Clique(5, 5)).Append((4, 5))));
        communities.Should().Equal(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    }

    [Fact]
    public void nodes_without_edges_stay_alone() => Communities.Of(Graph(3, [])).Should().Equal(0, 1, 2);

    [Fact]
    public void families_are_found_without_being_told_how_many()
    {
        var random = new Random(3);
        var kinds = Enumerable.Range(0, 90).Select(i => i % 3).ToArray();
        var profiles = kinds.Select(kind => SparseVector.Of(Enumerable.Range(0, 8).Select(_ => ((kind * 20) + random.Next(20), 1f)))).ToList();
        var families = FamilyMiner.Group(profiles, 60);
        families.Distinct().Should().HaveCount(3);
        families.Zip(kinds).Distinct().Should().HaveCount(3, "each family is one kind");
    }

    [Fact]
    public void an_incident_that_shares_no_word_is_of_no_family()
    {
        var profiles = Enumerable.Range(0, 12).Select(i => SparseVector.Of([(i % 3, 1f), (3, 1f)])).Append(SparseVector.Of([(9, 1f)])).ToList();
        FamilyMiner.Group(profiles, 10)[^1].Should().Be(-1);
    }

    [Fact]
    public void a_history_of_one_kind_is_one_family()
    {
        var profiles = Enumerable.Range(0, 60).Select(_ => SparseVector.Of([(0, 1f), (1, 1f), (2, 1f)])).ToList();
        FamilyMiner.Group(profiles, 3).Should().AllBeEquivalentTo(0);
    }

    private static IEnumerable<(int, int)> Clique(int first, int size) =>
        Enumerable.Range(first, size).SelectMany(a => Enumerable.Range(a + 1, first + size - a - 1).Select(b => (a, b)));

    private static NeighbourGraph Graph(int nodes, IEnumerable<(int A, int B)> edges)
    {
        var of = Enumerable.Range(0, nodes).Select(_ => new List<(int, double)>()).ToList();
        foreach (var (a, b) in edges)
        {
            of[a].Add((b, 1));
            of[b].Add((a, 1));
        }
        return new([.. of]);
    }
}
