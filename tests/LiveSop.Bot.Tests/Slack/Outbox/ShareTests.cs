using System.Text;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.World;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Bot.Tests.Slack.Outbox;

/// <summary>Files that the bot shows.</summary>
public sealed class ShareTests
{
    private const string Show = "files.completeUploadExternal";

    private static readonly byte[] content = Encoding.UTF8.GetBytes("# Reset a password");

    private static readonly FileBody file = FileBody.Of("reset.md", content, "Reset a password", altText: null);

    [Fact]
    public async Task shows_a_file_in_a_thread_and_forgets_its_content()
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        var asked = await ada.PostAsync("support", "may I have it as a file?");

        await world.TellAsync(("file", new Effect.Share(Channel(world, "support"), new(asked), file, "Here it is")));
        await world.RestAsync();

        var shown = world.Workspace.Visible(ada, "support").Thread(asked).Should().ContainSingle().Which;
        shown.Text.Should().Be("Here it is");
        shown.Json.GetRawText().Should().Contain("reset.md").And.Contain("Reset a password");
        (await world.OutboxAsync()).Should().ContainSingle(row => row.Key == "file").Which.Payload.Should().Be("{}");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task hands_a_file_to_one_person()
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");

        await world.TellAsync(("file", new Effect.ShareDirect(new(ada.Id), file, "Yours")));
        await world.RestAsync();

        world.Direct(ada).Should().ContainSingle().Which.Json.GetRawText().Should().Contain("reset.md");
    }

    [Theory]
    [InlineData("files.getUploadURLExternal")]
    [InlineData(Show)]
    public async Task shows_it_once_though_the_answer_was_lost(string method)
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        using var lost = world.Slack.Chaos.OnCalls(new CallTrouble.LostAnswer(), When.Next(1), method);

        await world.TellAsync(("file", new Effect.Share(Channel(world, "support"), null, file)));
        await world.RestAsync();

        lost.Count.Should().Be(1);
        Files(world, ada).Should().ContainSingle();
        (await world.OutboxAsync()).Should().OnlyContain(row => row.State == EffectState.Sent);
    }

    /// <summary>Killed right after the file was shown, and right before: the next attempt knows the file, and whether it was.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task shows_it_once_though_the_bot_died_over_it(bool wasShown)
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        using (var trouble = world.Slack.Chaos.OnCalls(wasShown ? new CallTrouble.LostAnswer(Loss.Hang) : new CallTrouble.Hang(), When.Next(1), Show))
        {
            await world.TellAsync(("file", new Effect.Share(Channel(world, "support"), null, file)));
            await world.Slack.UntilAsync(() => trouble.Count == 1);
            (await world.OutboxAsync()).Should().ContainSingle(row => row.Key == "file").Which.Payload.Should().Contain("uploaded").And.NotContain(Convert.ToBase64String(content));
            await world.EndLeasesAsync();
        }

        await world.UntilAsync(async unit => (await unit.ReadAsync("SELECT state FROM outbox WHERE key = 'file'", row => row.GetString(0), CancellationToken.None))[0] == "sent");

        Files(world, ada).Should().ContainSingle();
    }

    [Fact]
    public void takes_only_what_fits_a_row()
    {
        FileBody.Of("full.zip", new byte[FileBody.MostBytes]).Content.Should().HaveCount(FileBody.MostBytes);
        FluentActions.Invoking(() => FileBody.Of("more.zip", new byte[FileBody.MostBytes + 1])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => FileBody.Of("empty.md", [])).Should().Throw<ArgumentException>();
    }

    private static ChannelId Channel(World.World world, string name) => new(world.Workspace.Conversation(name).Id);

    private static IEnumerable<SeenMessage> Files(World.World world, Person person) => world.Said(person, "support").Where(message => message.Json.GetRawText().Contains("reset.md"));
}
