using LiveSop.Domain.Text;

namespace LiveSop.Domain.Tests.Text;

public sealed class StemsTests
{
    /// <summary>Pairs from the sample vocabulary and the notes of the algorithm's description.</summary>
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign consign consign consign")]
    [InlineData("consist consistency consistent consistently consisting", "consist consist consist consist consist")]
    [InlineData("consolation consolations consolatory consoled", "consol consol consolatori consol")]
    [InlineData("knack knackeries knavish knaves kneel knights", "knack knackeri knavish knave kneel knight")]
    [InlineData("hopping hoping tied ties cries gaps gas this kiwis", "hop hope tie tie cri gap gas this kiwi")]
    [InlineData("generate generates general generously communication arsenal", "generat generat general generous communic arsenal")]
    [InlineData("skies dying news inning proceed exceeding succeed", "sky die news inning proceed exceed succeed")]
    [InlineData("by say cry enjoy relational happiness adoption falling", "by say cri enjoy relat happi adopt fall")]
    [InlineData("restarted restarting restarts booking bookings refunds refunded", "restart restart restart book book refund refund")]
    [InlineData("luxuriated agreed feed hopefully analogies controlling", "luxuri agre feed hope analog control")]
    [InlineData("{email} größe 注文", "{email} größe 注文")]
    public void agree_with_the_published_stemmer(string words, string stems) =>
        words.Split(' ').Select(Stems.Of).Should().Equal(stems.Split(' '));
}
