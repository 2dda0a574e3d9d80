using System.Runtime.CompilerServices;
using LiveSop.Domain.Sops.Wording;

namespace LiveSop.Domain.Tests.Sops.Wording;

public sealed class StepTitleTests
{
    [Theory]
    [InlineData("titles.shaping.txt", 45)]
    [InlineData("titles.kept-aside.txt", 45)]
    [InlineData("titles.unseen.txt", 16)]
    public void titles_are_what_a_person_would_write(string file, int acceptable)
    {
        var wrong = Cases(file).Select(one => (one.Acceptable, Title: StepTitle.From(one.Messages)))
            .Where(one => !one.Acceptable.Contains(one.Title))
            .Select(one => $"{one.Title} instead of {one.Acceptable[0]}").ToList();
        (Cases(file).Count - wrong.Count).Should().BeGreaterThanOrEqualTo(acceptable, string.Join("; ", wrong));
    }

    [Fact]
    public void the_odd_message_does_not_name_the_step() =>
        StepTitle.From(["I saw a unicorn in the parking lot", "I've restarted the proxy", "restarted the proxy", "restarting the proxy"])
            .Should().Be("Restart the proxy");

    [Theory]
    [InlineData("Hi Sarah, can you send the report to bob@example.com by 5pm?", "Ask for the report to the email address")]
    [InlineData("I've refunded order 483920, $20.50 in total", "Refund the order")]
    [InlineData("I moved OPS-123 to #billing", "Move the ticket to the channel")]
    public void values_and_names_stay_out(string message, string title) => StepTitle.From([message]).Should().Be(title);

    [Theory]
    [InlineData("Ich habe den Server neu gestartet.", "Tell the requester: “Ich habe den Server neu gestartet”")]
    [InlineData("再起動しました。", "Tell the requester: “再起動しました。”")]
    [InlineData("", "Answer the requester")]
    [InlineData("?!... 😀", "Answer the requester")]
    public void what_no_rule_reads_is_quoted(string message, string title) => StepTitle.From([message]).Should().Be(title);

    [Fact]
    public void any_jumble_of_words_gives_a_title()
    {
        var random = new Random(11);
        string[] words = ["i", "you", "have", "is", "the", "please", "not", "to", ",", "?", "and", "what", "order", "restarted", "restarting", "let", "me", "{id}", "-", "(", "any", "would", "like", "it", "been", "there", "sorry", "can"];
        for (var i = 0; i < 20000; i++)
        {
            var message = string.Join(' ', Enumerable.Range(0, 1 + random.Next(9)).Select(_ => words[random.Next(words.Length)]));
            var title = StepTitle.From([message]);
            title.Should().NotBeNullOrWhiteSpace(message).And.NotContain("\n");
        }
    }

    [Fact]
    public void equal_titles_get_the_word_that_tells_them_apart() =>
        DistinctTitles.Of(
            ["Check the logs", "Ask for the number", "check the logs", "Close it", "Close it"],
            [["check the logs of the worker"], ["number?"], ["check the logs of the gateway"], ["closing"], ["closing"]])
            .Should().Equal("Check the logs (worker)", "Ask for the number", "check the logs (gateway)", "Close it", "Close the case");

    [Fact]
    public void a_name_given_by_the_source_stands_as_it_is() => StepTitle.Named("  In  Progress\n→ Done ").Should().Be("In Progress → Done");

    private static List<(string[] Acceptable, List<string> Messages)> Cases(string file, [CallerFilePath] string here = "")
    {
        var cases = new List<(string[], List<string>)>();
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal)) cases.Add((line[2..].Split(" | "), []));
            else cases[^1].Item2.Add(line);
        }
        return cases;
    }
}
