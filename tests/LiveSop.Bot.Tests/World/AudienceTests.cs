using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World;

/// <summary>Nobody sees through the bot what they could not read themselves.</summary>
public sealed class AudienceTests
{
    private static readonly ReadableChannel Support = new(new("C1"), "support", ChannelKind.Public, BotIsMember: true);
    private static readonly ReadableChannel Billing = new(new("C2"), "billing", ChannelKind.Public, BotIsMember: true);
    private static readonly ReadableChannel Secret = new(new("G1"), "secret", ChannelKind.Private, BotIsMember: true);
    private static readonly ReadableChannel Unheard = new(new("C3"), "lounge", ChannelKind.Public, BotIsMember: false);
    private static readonly ReadableChannel[] All = [Support, Billing, Secret, Unheard];

    [Fact]
    public void a_public_channel_gets_what_is_public() => MiningAudience.Channels(Support.Channel, All, hasStrangers: false).Should().Equal(Support, Billing);

    [Fact]
    public void a_private_channel_gets_itself_and_what_is_public() => MiningAudience.Channels(Secret.Channel, All, hasStrangers: false).Should().Equal(Support, Billing, Secret);

    [Fact]
    public void where_strangers_are_a_channel_gets_itself_alone() => MiningAudience.Channels(Support.Channel, All, hasStrangers: true).Should().Equal(Support);

    [Fact]
    public void a_direct_message_gets_whatever_the_asker_may_read() => MiningAudience.Channels(new("D1"), All, hasStrangers: false).Should().Equal(Support, Billing, Secret);

    [Fact]
    public void an_unknown_place_gets_what_is_public() => MiningAudience.Channels(new("C9"), All, hasStrangers: false).Should().Equal(Support, Billing);

    [Theory]
    [InlineData("general", true)]
    [InlineData("support", false)]
    public async Task mines_other_channels_only_where_no_guest_is(string place, bool readsTheOther)
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await ada.PostAsync("general", "the import of Alderfen failed again, who can look?");
        await ada.PostAsync("support", "a customer cannot log in since the update");
        await world.InviteAsync(ada, "general");
        await world.InviteAsync(ada, "support");

        await ada.SlashAsync(place, "/sop", "mine");
        await world.Slack.UntilAsync(() => world.Said(ada, place).Any(IsFinding));

        var other = place == "general" ? "#support" : "#general";
        world.Said(ada, place).Last(IsFinding).Blocks!.Value.GetRawText().Contains(other, StringComparison.Ordinal).Should().Be(readsTheOther, "cy, a guest, is in #support");

        static bool IsFinding(SeenMessage message) => message.EditedTs is not null && message.Text.Contains("procedure", StringComparison.OrdinalIgnoreCase);
    }
}
