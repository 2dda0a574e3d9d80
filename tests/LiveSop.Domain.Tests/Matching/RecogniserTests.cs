using LiveSop.Domain.Matching;
using LiveSop.Domain.Memory;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Tests.Matching;

public sealed class RecogniserTests
{
    private static readonly string[] Exports =
    [
        "the export of our report hangs at 90 percent", "my csv export has been running for two hours", "export stuck again, nothing comes out", "customer says the nightly export never finishes",
        "cannot export the invoices, it keeps spinning", "exporting the contact list does not end", "the scheduled export of orders is stuck",
    ];

    private static readonly string[] Passwords =
    [
        "user cannot log in, password reset mail never arrives", "please reset the password of dana", "the reset link in the mail is expired", "locked out after changing my password",
        "password mail goes to spam or nowhere", "no mail comes when they ask for a new password", "login fails, he forgot his password",
    ];

    private static readonly string[] Webhooks =
    [
        "webhooks to our endpoint fail with 502", "since the deploy no webhook is delivered any more", "our listener does not get events, deliveries show as failed", "webhook retries pile up, endpoint answers 500",
        "the webhook signature is not valid any more", "events are posted twice to our url",
    ];

    private static readonly string[] Invoices =
    [
        "the invoice of march shows the wrong amount", "customer was billed twice this month", "the vat on their invoice is wrong", "they were charged for seats they do not have", "please correct the address on invoice 4411",
        "the invoice lacks the discount that we agreed on",
    ];

    private static readonly string[] Chatter =
    [
        "lunch at noon anyone?", "happy birthday!", "the office is closed on friday", "who has the key to the bicycle shed", "great game last night", "new coffee machine is here",
        "please fill in the survey by monday", "our new colleague starts tomorrow", "train is late, joining in ten minutes", "the fire drill is at three", "who left the window open", "cake in the kitchen",
    ];

    [Fact]
    public void recognises_a_new_wording_of_what_it_was_taught()
    {
        var recogniser = Taught(Exports, Passwords, Webhooks, Invoices);

        Class(recogniser.Recognise("export of the orders csv hangs since this morning")).Should().Be(0);
        Class(recogniser.Recognise("she did not get the mail to reset her password")).Should().Be(1);
    }

    [Fact]
    public void five_examples_of_each_are_enough_to_whisper_and_too_few_to_say_it_aloud()
    {
        var recogniser = Taught([.. Exports.Take(5)], [.. Passwords.Take(5)], [.. Webhooks.Take(5)], [.. Invoices.Take(5)]);

        recogniser.Recognise("the csv export hangs at 90 percent again").Should().BeOfType<Match.Ambiguous>().Which.Class.Should().Be(0);
        recogniser.Recognise("the invoice of june has the wrong amount").Should().BeOfType<Match.Ambiguous>().Which.Class.Should().Be(3);
        recogniser.Threshold.Should().BeGreaterThan(1, "of twenty cases nobody can say that 95 of 100 are right");
    }

    [Fact]
    public void says_nothing_of_what_is_like_none()
    {
        var recogniser = Taught(Exports, Passwords, Webhooks, Invoices);

        recogniser.Recognise("who has seen the projector of the big meeting room?").Should().BeOfType<Match.None>().Which.Why.Should().Be(Abstention.Unlike);
        recogniser.Recognise("hm").Should().BeOfType<Match.None>().Which.Why.Should().Be(Abstention.TooShort);
    }

    [Fact]
    public void one_procedure_alone_is_told_from_what_is_unrelated()
    {
        var recogniser = Recogniser.Train(new([.. Exports.Select(text => (text, 0))], Chatter, 1, 0.5, WordVectors.Shipped), Precision.Usual)!;

        Class(recogniser.Recognise("the export hangs and never ends")).Should().Be(0);
        recogniser.Recognise("birthday cake in the kitchen at three").Should().BeOfType<Match.None>();
    }

    [Fact]
    public void learns_nothing_where_there_is_nothing_to_tell_apart()
    {
        Recogniser.Train(new([], Chatter, 2, 0.5, null), Precision.Usual).Should().BeNull();
        Recogniser.Train(new([.. Exports.Select(text => (text, 0))], [], 1, 0, null), Precision.Usual).Should().BeNull();
    }

    [Fact]
    public void names_the_words_that_decided()
    {
        var recogniser = Taught(Exports, Passwords, Webhooks, Invoices);

        recogniser.Reasons("hello team, the export hangs since this morning", 3).Should().Contain("export").And.NotContain("hello").And.HaveCountLessThanOrEqualTo(3);
    }

    [Fact]
    public void is_sure_once_many_cases_bear_it_out()
    {
        var cases = Enumerable.Range(0, 80).SelectMany(i => new[] { ($"{Exports[i % Exports.Length]} customer {i}", 0), ($"{Passwords[i % Passwords.Length]} customer {i}", 1) }).ToList();
        var recogniser = Recogniser.Train(new(cases, Chatter, 2, 0.2, WordVectors.Shipped), Precision.Usual)!;

        recogniser.Recognise("my csv export has been running for two hours now").Should().BeOfType<Match.Found>().Which.Confidence.Should().BeGreaterThanOrEqualTo(recogniser.Threshold);
    }

    [Theory]
    [InlineData(true, "the export of our report hangs at 90 percent")]
    [InlineData(false, "der Export unseres Berichts hängt seit heute Morgen bei 90 Prozent und wir kommen nicht weiter")]
    [InlineData(false, "レポートのエクスポートが90パーセントで止まっています")]
    public void knows_english_by_its_function_words(bool english, string text) => Tongue.IsEnglish([text]).Should().Be(english);

    private static Recogniser Taught(params string[][] kinds) =>
        Recogniser.Train(new([.. kinds.SelectMany((kind, number) => kind.Select(text => (text, number)))], Chatter, kinds.Length, 0.5, WordVectors.Shipped), Precision.Usual)!;

    private static int? Class(Match match) => match switch
    {
        Match.Found found => found.Class,
        Match.Ambiguous ambiguous => ambiguous.Class,
        _ => null,
    };
}
