using LiveSop.Domain.Matching;
using LiveSop.Domain.Memory;

namespace LiveSop.Domain.Tests.Matching;

public sealed class ClassifierTests
{
    private static readonly (string Text, int Class)[] five =
    [
        ("The export is stuck since this morning", 0), ("Our weekly export never finishes", 0), ("Export hangs at 80 percent", 0), ("exports do not come through", 0), ("CSV export stuck again", 0),
        ("I cannot log in any more", 1), ("Login fails with a blank page", 1), ("Nobody can sign in since the update", 1), ("Signing in gives an error", 1), ("my password is not accepted", 1),
        ("Please change the invoice address", 2), ("The invoice has the wrong VAT number", 2), ("We were billed twice", 2), ("Can you resend the invoice for May?", 2), ("Invoice shows the old company name", 2),
    ];

    private static readonly Classifier learned = Classifier.Train(five, 3, WordVectors.Shipped);

    [Theory]
    [InlineData("the export for June is stuck", 0)]
    [InlineData("exprot hangs", 0)]
    [InlineData("we can not log in", 1)]
    [InlineData("wrong address on our invoice", 2)]
    public void five_examples_of_each_teach_it_something(string text, int expected) => learned.Guess(text).Class.Should().Be(expected);

    [Fact]
    public void words_of_the_same_meaning_lead_to_the_same_class()
    {
        (string, int)[] examples = [("Buy a car", 0), ("sell the car", 0), ("which car", 0), ("Cook a dinner", 1), ("serve the dinner", 1), ("which dinner", 1)];
        Classifier.Train(examples, 2, WordVectors.Shipped).Guess("an automobile").Class.Should().Be(0);
        Classifier.Train(examples, 2, WordVectors.Shipped).Guess("lunch").Class.Should().Be(1);
    }

    [Theory]
    [InlineData("Der Export hängt seit heute früh", "Der Monatsexport bleibt hängen", "Die Anmeldung schlägt fehl", "Niemand kann sich anmelden", "Mein Export hängt schon wieder")]
    [InlineData("エクスポートが終わりません", "毎週のエクスポートが止まっています", "ログインできません", "誰もサインインできない", "エクスポートが止まりました")]
    public void other_languages_are_learned_by_their_pieces(string one, string two, string three, string four, string asked) =>
        Classifier.Train([(one, 0), (two, 0), (three, 1), (four, 1)], 2).Guess(asked).Class.Should().Be(0);

    [Fact]
    public void the_same_examples_give_the_same_guess() => Classifier.Train(five, 3, WordVectors.Shipped).Guess("the export is late").Should().Be(learned.Guess("the export is late"));

    [Fact]
    public void what_no_example_says_is_told()
    {
        var (known, unknown) = (learned.Guess("The export is stuck"), learned.Guess("Giraffes munch acacia leaves"));
        known.Signals.KnownWords.Should().Be(1);
        unknown.Signals.KnownWords.Should().Be(0);
        unknown.Signals.OwnTerms.Should().BeLessThan(known.Signals.OwnTerms);
        unknown.Signals.LogOdds.Should().BeLessThan(known.Signals.LogOdds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   :wave: !!! ")]
    public void of_a_message_without_words_nothing_is_known(string text)
    {
        var signals = learned.Guess(text).Signals;
        (signals.OwnTerms, signals.KnownPairs, signals.OwnPairs, signals.Length).Should().Be((0, 0, 0, 0));
        double.IsFinite(signals.LogOdds).Should().BeTrue();
    }

    [Fact]
    public void there_are_two_classes_at_least_and_each_example_is_of_one()
    {
        FluentActions.Invoking(() => Classifier.Train([("a", 0)], 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Classifier.Train([("a", 0), ("b", 2)], 2)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
