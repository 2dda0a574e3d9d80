using LiveSop.Domain.Activities;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Text;
using static LiveSop.Domain.Tests.Talk;

namespace LiveSop.Domain.Tests.Activities;

public sealed class ActivityMinerTests
{
    private static readonly string[][] Steps =
    [
        ["Which order is it about?", "What is the order number?", "Could you tell me the order number?", "Please give me the number of your order"],
        ["I sent a replacement parcel today", "A replacement is on its way", "Your replacement parcel has been shipped", "Shipped you a replacement"],
        ["Is there anything else I can do?", "Can I help with anything else?", "Anything else I can help with?", "Do you need anything else?"],
    ];

    [Fact]
    public void wordings_of_one_step_become_one_activity_and_steps_stay_apart()
    {
        var found = Mine([.. Incidents(60)]);
        found.All.Should().HaveCount(Steps.Length);
        for (var i = 0; i < Steps.Length; i++)
        {
            var shown = found.All[i].Messages.Select(message => message.Text).ToList();
            ((double)shown.Count(text => Steps[i].Contains(text)) / shown.Count).Should().BeGreaterThan(0.9);
        }
    }

    [Fact]
    public void what_hardly_anybody_does_is_no_step()
    {
        var incidents = Incidents(60).ToList();
        incidents[7] = new(incidents[7].Id, [.. incidents[7].Messages, Says("ben", 900, "Our llama ate the router cable", "t7")]);
        Mine(incidents).All.Should().HaveCount(Steps.Length).And.NotContain(activity => activity.Typical[0].Contains("llama"));
    }

    [Fact]
    public void deeds_that_the_source_names_keep_their_names_and_order()
    {
        var cases = Enumerable.Range(0, 9).Select(i => new Incident($"C1:{i}", [Says("ana", i, "a", $"{i}", "Register"), Says("ben", i + 1, "b", $"{i}", "Decide")])).ToList();
        var found = Mine(cases);
        found.All.Select(activity => activity.Name).Should().Equal("Register", "Decide");
        found.Traces.Should().AllSatisfy(trace => trace.Select(step => step.Activity).Should().Equal(0, 1));
    }

    [Fact]
    public void one_incident_without_any_answer_gives_nothing() =>
        Mine([new Incident("C1:1", [Says("ana", 0, "The export is stuck")])]).All.Should().BeEmpty();

    private static ActivityTraces Mine(IReadOnlyList<Incident> incidents)
    {
        var reader = new Reader();
        return ActivityMiner.Mine(incidents, message => reader.Read(message.Text), reader);
    }

    private static IEnumerable<Incident> Incidents(int count)
    {
        var random = new Random(11);
        for (var i = 0; i < count; i++)
        {
            string Any(int step) => Steps[step][random.Next(Steps[step].Length)];
            var start = i * 10.0;
            yield return new($"C1:t{i}",
            [
                Says("ana", start, "My parcel is broken", $"t{i}"), Says("ben", start + 1, Any(0), $"t{i}"), Says("ana", start + 2, $"It is {random.Next(9999)}", $"t{i}"),
                Says("ben", start + 3, Any(1), $"t{i}"), Says("ana", start + 4, "Great", $"t{i}"), Says("ben", start + 5, Any(2), $"t{i}"), Says("ana", start + 6, "No that is all", $"t{i}"),
            ]);
        }
    }
}
