using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Stories;
using Xunit.Abstractions;

namespace LiveSop.Bot.Tests.Workspace;

public sealed class HistoryTests(ITestOutputHelper output)
{
    private static readonly CompanyHistory History = CompanyHistory.Generate(1);

    [Fact]
    public void the_same_seed_gives_the_same_history()
    {
        Lines(CompanyHistory.Generate(5, new HistorySize(40))).Should().Equal(Lines(CompanyHistory.Generate(5, new HistorySize(40))));
    }

    [Fact]
    public void another_seed_gives_another_history()
    {
        var mine = CompanyHistory.Generate(5, new HistorySize(40)).Messages.Select(m => m.Key);
        CompanyHistory.Generate(6, new HistorySize(40)).Messages.Select(m => m.Key).Should().NotIntersectWith(mine);
    }

    [Fact]
    public void at_least_three_messages_in_ten_have_nothing_to_do_with_an_incident()
    {
        var drawn = (int)(TimeProvider.System.GetTimestamp() % 1_000_000);
        foreach (var seed in new[] { 1, 2, drawn })
        {
            var said = CompanyHistory.Generate(seed).Messages.Where(m => !m.IsNote && m.Channel.Kind != ChannelKind.Direct).ToList();
            var share = (double)said.Count(m => m.IsUnrelated) / said.Count;
            output.WriteLine($"seed {seed}: {said.Count} messages, {share:P1} unrelated");
            share.Should().BeInRange(0.3, 0.45, "seed {0}", seed);
        }
    }

    [Fact]
    public void the_default_history_has_the_size_of_a_small_teams_four_months()
    {
        History.Cases.Should().HaveCount(400);
        History.Messages.Count.Should().BeInRange(5000, 8000);
        (History.Messages[^1].At - History.Messages[0].At).TotalDays.Should().BeInRange(100, 150);
    }

    [Fact]
    public void every_incident_follows_the_process_of_its_kind()
    {
        foreach (var one in History.Cases)
        {
            var trace = one.Trace();
            var follows = one.Resolved ? one.Story.Process.Accepts(trace) : one.Story.Process.AcceptsStart(trace);
            follows.Should().BeTrue("{0} is a case of {1}: {2}", one.Key, one.Story.Kind, string.Join(", ", trace));
        }
    }

    [Fact]
    public void a_trace_of_one_kind_is_none_of_another()
    {
        foreach (var one in History.Cases.Where(c => c.Resolved))
            foreach (var other in StoryBook.All.Where(s => s != one.Story)) other.Process.Accepts(one.Trace()).Should().BeFalse(other.Kind);
    }

    [Fact]
    public void an_incident_that_loses_its_first_step_no_longer_follows_a_process_that_demands_it()
    {
        var deletion = StoryBook.Of("data-deletion");
        var trace = History.Cases.First(c => c.Story == deletion && c.Resolved).Trace();
        deletion.Process.Accepts(trace).Should().BeTrue();
        deletion.Process.Accepts(trace.Skip(1)).Should().BeFalse();
        deletion.Process.Accepts(trace.Reverse()).Should().BeFalse();
    }

    [Fact]
    public void no_two_messages_of_a_channel_bear_the_same_stamp()
    {
        History.Messages.Select(m => m.Key).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void no_message_of_an_incident_lies_before_its_request()
    {
        foreach (var one in History.Cases)
        {
            one.Messages[0].Key.Should().Be(one.Key);
            one.Messages.Select(m => m.At).Should().BeInAscendingOrder();
            one.Messages.Should().OnlyContain(m => m.Case == one.Key && m.Channel == one.Messages[0].Channel);
        }
    }

    [Fact]
    public void most_incidents_have_a_thread_and_some_have_none()
    {
        var alone = (double)History.Cases.Count(c => !c.Threaded) / History.Cases.Count;
        alone.Should().BeInRange(0.08, 0.19);
        History.Cases.Where(c => c.Threaded).SelectMany(c => c.Messages.Skip(1)).Should().OnlyContain(m => m.ThreadTs != null);
    }

    [Fact]
    public void people_write_while_they_are_at_work()
    {
        var said = History.Messages.Where(m => m.Author.Role is not (Role.App or Role.Platform)).ToList();
        var atWork = said.Count(m => WorkingHours.Contains(m.Author, m.At));
        ((double)atWork / said.Count).Should().BeGreaterThan(0.97);
    }

    [Fact]
    public void everything_that_makes_a_slack_history_untidy_occurs()
    {
        History.Messages.Should().Contain(m => m.EditedAt != null)
            .And.Contain(m => m.IsNote)
            .And.Contain(m => m.FileName != null)
            .And.Contain(m => m.Reactions.Count > 1)
            .And.Contain(m => m.Subtype == "thread_broadcast")
            .And.Contain(m => m.Author == House.Unlisted)
            .And.Contain(m => m.Author.Left != null)
            .And.Contain(m => m.Author == House.JiraApp)
            .And.Contain(m => m.Activities.Count == 2)
            .And.Contain(m => m.IsUnrelated && m.ThreadTs != null)
            .And.Contain(m => m.Channel.Kind == ChannelKind.Private && m.Case != null)
            .And.Contain(m => m.Channel.Kind == ChannelKind.Direct);
        History.Cases.Should().Contain(c => !c.Resolved).And.Contain(c => c.Messages[0].Author == House.AlertBot);
    }

    [Theory]
    [InlineData("2026-03-08T09:59:59Z", -8)]
    [InlineData("2026-03-08T10:00:00Z", -7)]
    [InlineData("2026-11-01T08:59:59Z", -7)]
    [InlineData("2026-11-01T09:00:00Z", -8)]
    public void clocks_in_california_change_when_they_do(string utc, int hours)
    {
        Zone.Pacific.OffsetAt(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(TimeSpan.FromHours(hours));
    }

    private static IEnumerable<string> Lines(CompanyHistory history) =>
        history.Messages.Select(m => $"{m.Key} {m.ThreadTs} {m.Author.Id} {m.Text} {m.Case} {string.Join('+', m.Activities)} {m.Reactions.Count} {m.EditedAt}");
}
