using System.Text.Json;
using LiveSop.Domain.Tests;

namespace LiveSop.Bot.Tests.Screen;

public sealed class SlackScreenTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void a_conversation_reads_as_in_slack(int width) =>
        Snapshot.Matches(Shots.Of(screen => screen.Conversation("C1", Read("conversation.json").EnumerateArray()), width), $"conversation.{width}.verified");

    [Fact]
    public void a_form_stands_in_its_box_with_what_is_wrong() =>
        Snapshot.Matches(Shots.Of(screen => screen.View(Read("modal.json"), new Dictionary<string, string> { ["Title"] = "At least 3 letters" })), "modal.verified");

    internal static JsonElement Read(string file) => Shots.Json(File.ReadAllText(Path.Combine(Conventions.Project.Root, "tests/LiveSop.Bot.Tests/Screen", file)));
}
