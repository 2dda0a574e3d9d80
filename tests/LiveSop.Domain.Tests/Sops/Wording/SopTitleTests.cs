using LiveSop.Domain.Sops.Wording;

namespace LiveSop.Domain.Tests.Sops.Wording;

public sealed class SopTitleTests
{
    private static readonly string[] Passwords = ["Hi, I need to reset my password", "I forgot my password, can someone reset it?", "how do I reset my password please", "Can you reset my password? I'm ana@example.com"];
    private static readonly string[] Logins = ["Our customer cannot log in after an SSO change", "I can't log in after the SSO change", "we can not log in with SSO since yesterday"];
    private static readonly string[] Charges = ["There is a charge on my card that I don't recognise", "I see a fraudulent charge on my card", "Hello, I got a fraudulent charge on my card from 12/05/2024"];
    private static readonly string[] Exports = ["The nightly export is failing again", "export is failing with error E4711", "Export failing since this morning?"];
    private static readonly string[] Access = ["I need access to the finance dashboard", "can you give me access to the finance dashboard", "Could I get access to the dashboard of finance"];
    private static readonly string[] Deliveries = ["When will my parcel arrive?", "hey, when will my order arrive", "Where is my parcel? Order 48392"];

    private static readonly Contrast Families = Contrast.Over([Passwords, Logins, Charges, Exports, Access, Deliveries]);

    public static TheoryData<string[], string, string> Expected => new()
    {
        { Passwords, "Reset a password", "Somebody asks to reset a password, for example: “Can you reset my password?”" },
        { Logins, "Cannot log in after the SSO change", "Somebody cannot log in after the SSO change, for example: “I can't log in after the SSO change”" },
        { Charges, "A fraudulent charge on a card", "Somebody reports a fraudulent charge on a card, for example: “I got a fraudulent charge on my card from {date}”" },
        { Exports, "Export is failing", "Somebody reports that the export is failing, for example: “export is failing with error {id}”" },
        { Access, "Request access to the finance dashboard", "Somebody asks for access to the finance dashboard, for example: “Could I get access to the dashboard of finance”" },
        { Deliveries, "Ask when the parcel will arrive", "Somebody asks when the parcel will arrive, for example: “When will my parcel arrive?”" },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void says_what_requesters_want(string[] requests, string title, string trigger)
    {
        SopTitle.From(requests, Families).Should().Be(title);
        Trigger.From(requests, Families).Should().Be(trigger);
    }

    [Fact]
    public void falls_back_on_the_words_that_tell_it_apart()
    {
        string[] requests = ["drucker kaputt, etage 3", "drucker druckt nicht"];
        SopTitle.From(requests, Contrast.Over([requests, Passwords])).Should().StartWith("Drucker");
        Trigger.From([], Contrast.None).Should().Be("Somebody asks for help.");
        SopTitle.From([], Contrast.None).Should().Be("Unnamed procedure");
    }

    [Theory]
    [InlineData("Reset a password", "sop-reset-password")]
    [InlineData("Größe ändern", "sop-gre-ndern")]
    [InlineData("再起動", "sop")]
    public void ids_are_plain(string title, string id) => Slug.SopId(title).Should().Be(id);

    [Fact]
    public void ids_are_unique() => Slug.Unique(["sop-a", "sop-a", "sop-a-2"]).Should().Equal("sop-a", "sop-a-2", "sop-a-2-2");
}
