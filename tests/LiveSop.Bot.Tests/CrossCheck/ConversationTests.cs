using LiveSop.Bot.Cli;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>The whole bot, with a database of its own.</summary>
public abstract class ConversationTests(Func<Task<SlackServer>> startServer) : IAsyncLifetime
{
    private SlackServer slack = null!;
    private TestDatabase database = null!;
    private IHost bot = null!;

    public async Task InitializeAsync()
    {
        slack = await startServer();
        database = await TestDatabase.CreateAsync(connections: 20);
        var settings = new Settings { Slack = new SlackSettings { ApiUrl = slack.Api.ToString(), Limits = false, Sockets = 1 } };
        bot = BotHost.Build(settings, [new WorkspaceTokens("test", new SlackTokens(slack.BotToken, slack.AppToken))], database.Database);
        await bot.StartAsync();
        await SlackServer.UntilAsync(async () => (await slack.SocketsAsync()).Open > 0, "the bot to listen");
        await RestAsync();
    }

    public async Task DisposeAsync()
    {
        // Any of them may not have come up.
        if (bot is not null) await bot.StopAsync();
        bot?.Dispose();
        if (slack is not null) await slack.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    [Fact]
    public async Task a_mention_has_one_answer_in_its_thread()
    {
        var asked = await slack.MentionAsync("help");
        await SlackServer.UntilAsync(async () => (await slack.ThreadAsync(asked.Ts)).Count > 0, "an answer");
        await RestAsync();

        asked.Acked.Should().BeTrue();
        var answer = (await slack.ThreadAsync(asked.Ts)).Should().ContainSingle().Subject;
        ((string?)answer["text"]).Should().Contain("/sop mine");
        ((string?)answer["user"]).Should().Be(slack.Bot);
        (await slack.FaultsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task a_command_is_answered_to_its_asker_alone()
    {
        var receipt = await slack.CommandAsync("/sop", "help");
        await SlackServer.UntilAsync(async () => (await slack.WhispersAsync()).Count > 0, "an answer");
        await RestAsync();

        receipt.Should().Match<Receipt>(given => given.Acked && !given.IsAnswered, "the answer comes by itself");
        (await slack.WhispersAsync()).Should().ContainSingle().Which["text"]!.GetValue<string>().Should().Contain("/sop mine");
        (await slack.CallsAsync("chat.postMessage")).Should().OnlyContain(call => call["text"]!.GetValue<string>().Contains("reads this channel"), "it greets, and the answer is for the asker alone");
        (await slack.FaultsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task what_is_said_is_kept_once_as_it_reads_last()
    {
        var said = await slack.SayAsync("the export is stuck");
        await slack.SayAsync("for me too", said.Ts);
        await slack.EditAsync(said.Ts, "the export is stuck again");
        await SlackServer.UntilAsync(async () => (await MessagesAsync()).Any(row => row.Text.Contains("again", StringComparison.Ordinal)), "the edit");
        await RestAsync();

        (await MessagesAsync()).Select(row => row.Text).Should().Equal("the export is stuck again", "for me too");
    }

    private Task<List<MessageRow>> MessagesAsync() => AskAsync(db => db.Messages.OrderBy(row => row.PostedAt).ToListAsync());

    /// <summary>Waits until nothing is left to be handled, sent or done.</summary>
    private Task RestAsync() => SlackServer.UntilAsync(async () => !await AskAsync(db => db.WorkQueue.AnyAsync(row => row.Lane != Job.Remember.Place)), "the bot to rest");

    private Task<T> AskAsync<T>(Func<LiveSopDb, Task<T>> question) => database.AskAsync(new Scope.Miner(new(slack.Team)), question);
}
