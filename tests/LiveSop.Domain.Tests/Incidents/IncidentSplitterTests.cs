using LiveSop.Domain.Incidents;
using static LiveSop.Domain.Tests.Talk;

namespace LiveSop.Domain.Tests.Incidents;

public sealed class IncidentSplitterTests
{
    [Fact]
    public void a_thread_is_one_talk_however_long_it_sleeps()
    {
        var talks = IncidentSplitter.Split([Says("ben", 9000, "fixed", "t1"), Says("ana", 0, "export is stuck", "t1"), Says("cy", 5, "other", "t2")]);
        talks.Select(talk => talk.Messages.Count).Should().Equal(2, 1);
        talks[0].Requester.Id.Should().Be("ana");
        talks[0].Id.Should().Be("C1:t1");
    }

    [Fact]
    public void an_answer_soon_after_a_question_joins_it_and_so_does_whoever_already_takes_part()
    {
        var talks = IncidentSplitter.Split([Says("ana", 0, "export is stuck"), Says("ben", 4, "which one?"), Says("ana", 30, "the weekly one"), Says("ben", 85, "done")]);
        talks.Should().ContainSingle().Which.Messages.Should().HaveCount(4);
    }

    [Fact]
    public void a_stranger_does_not_join_a_talk_that_has_its_answer()
    {
        var talks = IncidentSplitter.Split([Says("ana", 0, "export is stuck"), Says("ben", 4, "restarted"), Says("cy", 6, "invoice is wrong")]);
        talks.Select(talk => talk.Requester.Id).Should().Equal("ana", "cy");
    }

    [Fact]
    public void who_is_spoken_to_is_in_the_talk()
    {
        var talks = IncidentSplitter.Split([Says("ana", 0, "export is stuck"), Says("ben", 2, "looking"), Says("cy", 4, "invoice is wrong"), Says("dee", 30, "@ana is it the big one?")]);
        talks[0].Messages.Select(message => message.Author.Id).Should().Equal("ana", "ben", "dee");
    }

    [Fact]
    public void after_an_hour_a_talk_is_over()
    {
        IncidentSplitter.Split([Says("ana", 0, "export is stuck"), Says("ana", 61, "invoice is wrong")]).Should().HaveCount(2);
    }

    [Fact]
    public void rows_of_one_time_stay_in_their_order()
    {
        var rows = Enumerable.Range(1, 12).Select(row => Says("ana", 0, $"{row}", "case") with { Source = new SourceRef.CsvRow("log.csv", row) });
        IncidentSplitter.Split(rows.Reverse())[0].Messages.Select(message => message.Text).Should().Equal(Enumerable.Range(1, 12).Select(row => $"{row}"));
    }
}
