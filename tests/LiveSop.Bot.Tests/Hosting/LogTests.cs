using System.Text.Json;
using LiveSop.Bot.Tests.World;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Bot.Tests.Hosting;

/// <summary>The log says what happened, by ids. What was said, and whatever opens a door, is not in it, in neither form and whatever goes wrong.</summary>
public sealed class LogTests
{
    /// <summary>What people say and should not: as a password, as a token, and as something that no log would write by itself.</summary>
    private static readonly string[] Said = ["hunter2-Quillfeather", "xoxp-1234567890-Quillfeather", "Zaubernuss"];

    [Theory]
    [InlineData("plain")]
    [InlineData("json")]
    public async Task holds_no_word_and_no_secret_of_a_conversation_in_which_much_goes_wrong(string format)
    {
        await using var world = await World.World.StartAsync(withBot: false);
        var ada = world.Person("ada");
        await using var bot = await BotProcess.ListensAsync(world, 1, ("Logging__Format", format));
        await world.InviteAsync(ada, "support");
        using (world.Slack.Chaos.OnCalls(new CallTrouble.Broken(), When.Every(3)))
        using (world.Slack.Chaos.OnCalls(new CallTrouble.LostAnswer(), When.Every(4), "chat.postMessage"))
        {
            foreach (var words in Said) await ada.PostAsync("support", $"@{world.Bot} {words}");
            await ada.SlashAsync("support", "/sop", string.Join(' ', Said));
            await ada.DirectMessageAsync(world.Bot, Said[0]);
            world.Slack.Chaos.Say($$"""{"envelope_id":"broken","type":"events_api","payload":{"event":{"type":"message","text":"{{Said[1]}}""");
            await ada.SlashAsync("support", "/sop", "mine");
            world.Slack.Chaos.ResetConnections();
            await world.Slack.UntilAsync(() => world.App.App.Sockets.Open.Count > 0);
            await world.RestAsync();
        }
        world.Workspace.Admin.Revoke(world.App);
        await world.UntilAsync(_ => Task.FromResult(bot.Said.Any(line => line.Contains("is not connected", StringComparison.Ordinal))));
        (await bot.StopAsync()).Should().Be(0);

        var log = string.Join('\n', bot.Said);
        log.Should().Contain("Connected to").And.Contain("the bot token was revoked");
        log.Should().NotContainAny([.. Said, "Quillfeather", world.App.BotToken, world.App.AppToken, "xoxb-", "xapp-", "ticket=", "/response/", "Password="]);
        if (format == "json") bot.Said.Select(line => JsonElement.Parse(line).GetProperty("State")).Should().Contain(state => IsConnected(state, world.Workspace.Id));
    }

    private static bool IsConnected(JsonElement state, string workspace) =>
        state.GetProperty("{OriginalFormat}").GetString()!.StartsWith("Connected to", StringComparison.Ordinal) && state.GetProperty("Workspace").GetString() == workspace;
}
