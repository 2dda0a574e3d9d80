using LiveSop.Domain.Running;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Tests.Running;

public sealed class BestWordingTests
{
    private static readonly (string, string)[] Asked =
    [
        ("m1", "Could you send me the order number please?"), ("m2", "could you please send the order number of the parcel?"), ("m3", "what is the order number?"),
        ("m4", "order number?"), ("m5", "Hi Ana, could you send the order number, I mean ana@acme.example bought 2 things"), ("m6", "I need the order number please"),
    ];

    [Fact]
    public void is_the_one_that_is_most_like_the_others() => BestWording.Of(Asked).Should().Be(new BestWording("m3", "what is the order number?"));

    [Fact]
    public void does_not_depend_on_the_order() => BestWording.Of([.. Asked.Reverse()]).Should().Be(BestWording.Of(Asked));

    [Fact]
    public void shows_values_and_people_as_placeholders()
    {
        var found = BestWording.Of([("m1", "Hi Ana, order 4711 of ana@acme.example was refunded"), ("m2", "Hi Bob, order 4712 of bob@shop.example was refunded")], new PeopleNames(["Ana", "Bob"]));

        found!.Text.Should().Be("Hi {person}, order {number} of {email} was refunded");
    }

    [Theory]
    [InlineData("Acme"), InlineData("acme"), InlineData("acme's")]
    public void names_no_customer(string customer)
    {
        var found = BestWording.Of([("m1", $"We refunded the order of {customer} today"), ("m2", "We refunded the order of the customer today"), ("m3", "I refunded the order of the customer, who was not happy at all")]);

        found!.Id.Should().Be("m2");
    }

    [Fact]
    public void a_name_that_nearly_all_say_belongs_to_the_step()
    {
        var found = BestWording.Of([("m1", "I opened a Jira ticket for it"), ("m2", "we opened a Jira ticket for that"), ("m3", "I have opened a Jira ticket")]);

        found!.Text.Should().Contain("Jira");
    }

    [Fact]
    public void a_mention_is_a_person() =>
        BestWording.Of([("m1", "<@U0ABCDEF1> could you take over please?"), ("m2", "<@U0ABCDEF2> could you please take over here?")])!.Text.Should().Be("{person} could you take over please?");

    [Fact]
    public void one_message_alone_is_not_offered() => BestWording.Of([("m1", "We refunded the order of Globex today")]).Should().BeNull();

    [Fact]
    public void none_of_none() => BestWording.Of([]).Should().BeNull();

    [Fact]
    public void secrets_are_never_offered() =>
        BestWording.Of([("m1", "your new password is: hunter2-XYZ-99"), ("m2", "your new password is: tiger7-ABC-11")])?.Text.Should().NotContainAny("hunter2", "tiger7");

    [Fact]
    public void what_is_too_short_or_too_long_is_not_offered() =>
        BestWording.Of([("m1", "on it"), ("m2", "on it now"), ("m3", string.Join(' ', Enumerable.Repeat("on it", 80))), ("m4", string.Join(' ', Enumerable.Repeat("now on it", 80)))]).Should().BeNull();
}
