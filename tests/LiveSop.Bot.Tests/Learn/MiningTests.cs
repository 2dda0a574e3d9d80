using LiveSop.Bot.Learn;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops;
using Xunit.Abstractions;

namespace LiveSop.Bot.Tests.Learn;

/// <summary>What must hold of any history, tried on four.</summary>
public sealed class MiningTests(ITestOutputHelper output)
{
    public static TheoryData<int> Seeds { get; } = [1, 2, 3, 1022];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task every_kind_of_incident_becomes_a_procedure_and_company_becomes_none(int seed)
    {
        output.WriteLine($"seed {seed}");
        var company = await MinedCompany.OfAsync(seed);
        var mined = company.Kinds();
        foreach (var (sop, kinds) in mined) output.WriteLine($"{sop.Title}: {string.Join(", ", kinds.CountBy(k => k).OrderByDescending(k => k.Value))}");
        var named = mined.Select(m => m.Kinds.CountBy(kind => kind).MaxBy(kind => kind.Value)).ToList();
        named.Select(kind => kind.Key).Should().NotContain("none").And.Contain(company.History.Cases.Select(c => c.Story.Kind).Distinct());
        var assigned = mined.SelectMany(m => m.Kinds).Count(kind => kind != "none");
        assigned.Should().BeGreaterThan((int)(0.9 * company.History.Cases.Count));
        named.Sum(kind => kind.Value).Should().BeGreaterThan((int)(0.85 * mined.Sum(m => m.Kinds.Count)), "a procedure is of one kind");
    }

    [Fact]
    public async Task what_is_found_does_not_depend_on_the_order_in_which_messages_come()
    {
        var company = await MinedCompany.OfAsync(4);
        var shuffled = company.Messages.ToArray();
        new Random(7).Shuffle(shuffled);
        Json(SopMiner.Mine(shuffled)).Should().Equal(Json(company.Found));
    }

    [Fact]
    public async Task every_step_shows_messages_of_its_own_cases_and_a_case_stands_in_one_procedure()
    {
        var company = await MinedCompany.OfAsync(5);
        var owner = company.History.Messages.Where(m => !m.IsNote).ToDictionary(m => m.Key, m => m.Case);
        var sops = company.Found.Sops.Select(found => found.Sop).ToList();
        sops.SelectMany(sop => sop.Cases).Concat(company.Found.Unassigned).Should().OnlyHaveUniqueItems();
        foreach (var step in sops.SelectMany(sop => sop.Steps.Select(step => (Sop: sop, Step: step))))
        {
            step.Step.Evidence.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
            step.Step.Evidence.Should().AllSatisfy(source => owner.Should().ContainKey(source.ToString()!));
            step.Step.Support.Cases.Should().BeInRange(1, step.Step.Evidence.Count);
            step.Step.Title.Should().NotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void nothing_comes_of_nothing() => SopMiner.Mine([]).Should().BeEquivalentTo(new Discoveries(0, 0, [], []));

    private static byte[] Json(Discoveries found)
    {
        using var stream = new MemoryStream();
        SopsJson.Write(stream, new Mined(found.Messages, found.Incidents, [.. found.Sops.Select(s => s.Sop)], found.Unassigned), ProcessTreeNotation.Write);
        return stream.ToArray();
    }
}
