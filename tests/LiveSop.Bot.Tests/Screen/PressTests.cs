using LiveSop.Workspace.Screen;

namespace LiveSop.Bot.Tests.Screen;

public sealed class PressTests
{
    [Fact]
    public void a_number_leads_to_what_it_stands_before()
    {
        SlackScreen? shown = null;
        var shot = Shots.Of(screen => (shown = screen).Conversation("C1", SlackScreenTests.Read("conversation.json").EnumerateArray()));

        var pressables = shown!.Pressables;
        pressables.All.Should().HaveCount(6);
        pressables.All.Should().OnlyContain(pressable => shot.Contains($"[{pressable.Number}] {pressable.Label}"));
        var start = pressables[1].Should().BeOfType<Pressable.Control>().Subject;
        (start.ActionId, start.Type, start.Place).Should().Be(("start", "button", new Place("C1", "1795338185.000400", null, "a")));
        pressables[6].Should().BeOfType<Pressable.Control>().Which.Options.Select(option => option.Words("text")).Should().Equal("Support", "Engineering");
        pressables[6].Should().BeOfType<Pressable.Control>().Which.Place.IsEphemeral.Should().BeTrue();
    }

    [Fact]
    public void a_form_is_sent_and_left_by_number()
    {
        SlackScreen? shown = null;
        Shots.Of(screen => (shown = screen).View(SlackScreenTests.Read("modal.json")));

        shown!.Pressables[10].Should().Be(new Pressable.Submit(10, "Save", "V1"));
        shown.Pressables[11].Should().Be(new Pressable.Close(11, "Back", "V1"));
        var suggest = shown.Pressables[5].Should().BeOfType<Pressable.Control>().Subject;
        (suggest.Option?.Text("value"), suggest.Place.BlockId, suggest.Place.ViewId).Should().Be(("s", "How", "V1"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(99)]
    public void there_is_nothing_behind_other_numbers(int number)
    {
        SlackScreen? shown = null;
        Shots.Of(screen => (shown = screen).View(SlackScreenTests.Read("modal.json")));

        shown!.Pressables[number].Should().BeNull();
    }

    [Fact]
    public void a_fresh_screen_counts_from_one()
    {
        var shot = Shots.Of(screen =>
        {
            screen.View(SlackScreenTests.Read("modal.json"));
            screen.Fresh();
            screen.View(SlackScreenTests.Read("modal.json"));
        });

        shot.Split("[1] ").Should().HaveCount(3);
    }
}
