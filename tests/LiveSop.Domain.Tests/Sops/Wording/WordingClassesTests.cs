using LiveSop.Domain.Sops.Wording;

namespace LiveSop.Domain.Tests.Sops.Wording;

/// <summary>One test for each class of faults that a reader of drafts found.</summary>
public sealed class WordingClassesTests
{
    public static TheoryData<string, string[]> Steps => new()
    {
        // Questions in the order of a statement, behind a preposition, or wrapped in politeness.
        { "Ask whether the hall is free", ["The hall is free?", "the hall is free?", "Hall is free?"] },
        { "Ask for the number of chairs", ["For how many chairs?", "how many chairs?", "How many chairs?"] },
        { "Ask to resend the form", ["Would you mind if I ask you to resend the form?", "would you be able to resend the form", "Could you resend the form?"] },
        { "Have the other side resend the form", ["please ask Dora to resend the form", "Get them to resend the form", "please have them resend the form"] },
        { "Ask for the badge number", ["got the badge number?", "badge number?", "What is your badge number?"] },

        // Values and chat signs.
        { "Restart the printer", ["restarted the printer :tada:", "Bounced prn-hall-3", "I restarted the printer", "Restarted prn-west-12, the printer is back"] },
        { "Tell how far it is", ["at 40% now", "57% done", "Halfway there."] },
        { "Repair the scanner", ["Repaired the scanner at 10:40 UTC", "repaired the scanner", "Scanner repaired"] },

        // What the verb lost.
        { "Take the case", ["I'll take this one", "taking it", "Grabbing this"] },
        { "Look into the case", ["Checking now", "looking into this now", "Will check"] },
        { "Close the case", ["Closing this then", "closing", "Marking as resolved"] },
        { "Hand the case over", ["Handing over to @nora", "heading out, @nora takes over", "passing this to @nora"] },

        // Endings.
        { "Thank them and say goodbye", ["Thank you. Goodbye.", "thank you and goodbye", "Thanks, bye!"] },
        { "Wish a good day", ["Have a great day!", "Enjoy your weekend", "have a nice evening"] },

        // What only one message says.
        { "Tell them the colour", ["The colour is teal", "The colour is ochre", "The colour is mauve", "the colour is beige", "Your colour is umber"] },
        { "Ask a question", ["A ____ is a young swan", "The ____ is the longest bone", "____ wrote it first", "Which planet is ____?"] },
        { "Send the catalogue", ["I sent the spring catalogue", "sent the garden catalogue to you", "Sent the big catalogue", "sending the catalogue", "mailed the catalogue"] },
        { "Say that the stock is low", ["stock is low", "Stock is low.", "the stock is low"] },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void a_step_is_named_by_what_its_messages_share(string title, string[] messages) => StepTitle.From(messages).Should().Be(title);

    [Fact]
    public void a_message_written_often_counts_often() =>
        StepTitle.From([.. Enumerable.Repeat("Where should it be sent?", 40), "what colour", "which colour do you like", "any colour?"])
            .Should().Be("Ask where it should be sent");

    [Fact]
    public void a_name_that_one_message_has_is_no_part_of_a_title() =>
        StepTitle.From(["I booked the table at Rosalind", "Booked the table at Bellamy", "I have booked the table", "booked the table for you"])
            .Should().Be("Book the table");

    private static readonly string[] Heaters =
    [
        "Heater at Kesgrave Mill is stuck on cold since 10:00", "The heater at Larchmont is stuck on cold", "heater of the north wing is stuck on cold at Kesgrave Mill",
        "hello all, the heater at Oswin & Dale is stuck on cold", "Heater stuck on cold at Larchmont?",
    ];

    private static readonly string[] Keys = ["Larchmont wants extra keys", "Kesgrave Mill needs extra keys", "we hear that Oswin wants extra keys", "Today Larchmont wants extra keys, two of them"];
    private static readonly string[] Lost = ["hi i need help i lost my badge", "Help me please I lost my badge", "Hello, I lost my badge yesterday", "I lost my badge, can you help?"];
    private static readonly Contrast Families = Contrast.Over([Heaters, Keys, Lost]);

    public static TheoryData<string[], string> Requests => new() { { Heaters, "Heater is stuck on cold" }, { Keys, "A customer wants extra keys" }, { Lost, "Lost the badge" } };

    [Theory]
    [MemberData(nameof(Requests))]
    public void an_sop_is_titled_without_names_and_details(string[] requests, string title) => SopTitle.From(requests, Families).Should().Be(title);

    [Fact]
    public void the_example_of_a_trigger_greets_and_names_nobody()
    {
        var trigger = Trigger.From(Heaters, Families);
        trigger.Should().StartWith("Somebody reports that the heater is stuck on cold, for example: “").And.NotContain("hello").And.NotContain("Larchmont").And.NotContain("Kesgrave");
    }

    [Theory]
    [InlineData("Say that the queue is draining", true)]
    [InlineData("Ask where they are coming from", true)]
    [InlineData("Say that they need", false)]
    [InlineData("Ask for the", false)]
    [InlineData("Report a lost key,", false)]
    public void a_title_ends_where_a_phrase_may_end(string title, bool whole) => Trim.IsWhole(title).Should().Be(whole);
}
