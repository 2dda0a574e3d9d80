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

    [Fact]
    public void the_next_best_class_is_told_as_well()
    {
        var guess = learned.Guess("the invoice export is stuck");
        (guess.Class, guess.Next).Should().Be((0, 2));
        Classifier.Train([("export", 0), ("invoice", 1)], 2).Guess("giraffe").Should().Match<Guess>(one => one.Class + one.Next == 1);
    }

    [Fact]
    public void what_is_like_unrelated_messages_is_less_sure()
    {
        string[] unrelated = ["Who exports the most coffee?", "Coffee is ready", "Where does coffee come from", "Nobody exports as much coffee as Brazil"];
        var warned = Classifier.Train(five, 3, WordVectors.Shipped, unrelated);
        warned.Guess("which country exports coffee").Signals.LogOdds.Should().BeLessThan(learned.Guess("which country exports coffee").Signals.LogOdds - 0.5);
        warned.Guess("the export is stuck").Signals.LogOdds.Should().BeGreaterThan(warned.Guess("which country exports coffee").Signals.LogOdds + 1);
    }

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
