using LiveSop.Bot.Sources;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Tests.Sources;

public sealed class TallyTests
{
    [Fact]
    public void sums_up_several_inputs_in_plain_sentences()
    {
        var tally = new ImportTally();
        tally.Read(Message("C1", "U1", new DateTimeOffset(2024, 5, 17, 1, 0, 0, TimeSpan.FromHours(2))));
        tally.Read(Message("C2", "U1", new DateTimeOffset(2024, 5, 16, 1, 0, 0, TimeSpan.Zero)));
        tally.Omit(Omission.DirectMessage, 1204);
        tally.Omit(Omission.UnlistedFolder);

        tally.Sentences().Should().Equal(
            "2 messages by 1 person in 2 places were read, from 16 May 2024 to 16 May 2024.",
            "1,204 direct messages were left out (name them with --include-dms).",
            "1 folder that no list of channels names was left out.");
    }

    [Fact]
    public void has_a_sentence_for_every_reason_in_one_and_in_many()
    {
        foreach (var reason in Enum.GetValues<Omission>())
        {
            var (one, many) = (new ImportTally(), new ImportTally());
            one.Omit(reason);
            many.Omit(reason, 2);

            one.Sentences()[1].Should().StartWith("1 ").And.Contain(" was ").And.EndWith(".");
            many.Sentences()[1].Should().StartWith("2 ").And.Contain(" were ").And.EndWith(".");
        }
    }

    private static Message Message(string place, string author, DateTimeOffset at) => new()
    {
        Source = new SourceRef.Slack(place, "1.1"),
        Place = place,
        Author = new Person(author, author),
        At = at,
        Text = "x",
    };
}
