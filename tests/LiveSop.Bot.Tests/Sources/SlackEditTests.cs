using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Tests.Sources;

public sealed class SlackEditTests : Inputs
{
    private const string Original = """{"user":"U1","text":"restart it","ts":"1715900000.1"}""";

    [Fact]
    public async Task the_last_edit_wins_whatever_order_the_edits_stand_in()
    {
        var message = await OneAsync(Export(Original, Edit("1715900090.1", "restart it twice"), Edit("1715900050.1", "restart it once")));

        message.Text.Should().Be("restart it twice");
    }

    [Fact]
    public async Task an_edit_on_a_later_day_reaches_back()
    {
        var message = await OneAsync(Zip(("channels.json", Channels), ("help/2024-05-17.json", $"[{Original}]"),
            ("help/2024-06-01.json", $"[{Edit("1717200000.1", "do not restart it")}]")));

        message.Text.Should().Be("do not restart it");
    }

    [Fact]
    public async Task an_edit_older_than_the_present_text_changes_nothing()
    {
        var message = await OneAsync(Export("""{"user":"U1","text":"present","ts":"1715900000.1","edited":{"user":"U1","ts":"1715900099.0"}}""",
            Edit("1715900050.1", "past")));

        message.Text.Should().Be("present");
    }

    [Fact]
    public async Task an_edit_whose_message_is_missing_brings_it() =>
        (await OneAsync(Export(Edit("1715900050.1", "whole text")))).Text.Should().Be("whole text");

    [Theory]
    [InlineData("""{"subtype":"message_deleted","deleted_ts":"1715900000.1","ts":"1715900050.1"}""")]
    [InlineData("""{"subtype":"message_deleted","previous_message":{"ts":"1715900000.1"},"ts":"1715900050.1"}""")]
    [InlineData("""{"subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1715900000.1","thread_ts":"1715900000.1"}""")]
    [InlineData("""{"subtype":"message_changed","ts":"1715900050.1","message":{"subtype":"tombstone","ts":"1715900000.1","text":"This message was deleted."}}""")]
    public async Task a_deleted_message_disappears_even_when_it_was_edited_after(string deletion)
    {
        (await ReadAsync(Export(deletion, Original, Edit("1715900060.1", "again")))).Should().BeEmpty();

        Tally[Omission.Deleted].Should().Be(1);
    }

    private static string Edit(string at, string text) =>
        $$$"""{"subtype":"message_changed","hidden":true,"ts":"{{{at}}}","message":{"user":"U1","text":"{{{text}}}","ts":"1715900000.1","edited":{"user":"U1","ts":"{{{at}}}" } } }""";
}
