using System.Text.Json;
using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>
/// Whether what happens in Slack arrives: the bot edits a message of its own into what it is already, and waits to hear of it; where it has none, or hears
/// nothing, whoever sits at the terminal is asked to write to it.
/// </summary>
internal sealed class EventCheck(Connection slack, Database? database, Ear ear, TimeProvider time)
{
    private const int MostChannels = 10;
    private const string Subscriptions = "at the app's page \"Event Subscriptions\" compare the bot events with slack-manifest.yaml, or paste that at \"App Manifest\", and install the app again";

    private static readonly TimeSpan ForAnEcho = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ForAPerson = TimeSpan.FromSeconds(60);

    /// <param name="channels">Where the bot is a member.</param>
    public async Task<Finding> RunAsync(IReadOnlyList<SlackChannel> channels, Terminal terminal, CancellationToken stop)
    {
        if (database is null) return Finding.Warn("events: not checked, since there is no database yet to keep what arrives", "run livesop run once, then this again");
        try
        {
            var own = await OwnMessageAsync(channels, stop);
            if (own is { } found && await EchoAsync(database, found.Channel, found.Message, stop) is { } by) return Finding.Ok($"events: the bot hears of an edit of its own message{by}");
            return terminal.AskSecretAsync is null ? Unasked(own is not null) : await AskAsync(database, terminal, stop);
        }
        catch (SlackCallException failed)
        {
            return SlackTrouble.Of("events", failed);
        }
    }

    private static Finding Unasked(bool tried) => tried
        ? Finding.Warn("events: an edit of the bot's own message was not heard of", $"run this at a terminal and write to the bot when asked; if that is not heard either, {Subscriptions}")
        : Finding.Warn("events: not checked, since the bot has said nothing yet that it could edit", "invite it to a channel, let livesop run greet there, and run this again; or run this at a terminal");

    private async Task<(ChannelId Channel, SlackMessage Message)?> OwnMessageAsync(IReadOnlyList<SlackChannel> channels, CancellationToken stop)
    {
        foreach (var channel in channels.Take(MostChannels))
            await foreach (var page in slack.Api.Conversations.HistoryAsync(channel.Id, new HistoryRange(), stop))
            {
                if (page.Items.FirstOrDefault(message => message.IsSpeech && message.Files.Count == 0 && slack.Installation.Self.Wrote(message)) is { } own) return (channel.Id, own);
                break;
            }
        return null;
    }

    /// <returns>By whom it was heard, as the end of a sentence; null where it was not.</returns>
    private async Task<string?> EchoAsync(Database kept, ChannelId channel, SlackMessage own, CancellationToken stop)
    {
        var inbox = new InboxWatch(kept, slack.Installation.Workspace, $"e:{channel}:{own.Ts}:%", time);
        await inbox.BeginAsync(stop);
        var blocks = own.Blocks.ValueKind == JsonValueKind.Array ? JsonNode.Parse(own.Blocks.GetRawText()) : null;
        await slack.Api.Chat.UpdateAsync(channel, own.Ts, new OutgoingMessage(own.Text, blocks), stop);
        return await HearAsync(inbox, happened => happened is SlackEvent.MessageChanged changed && changed.Channel == channel && changed.Message.Ts == own.Ts, ForAnEcho, stop);
    }

    private async Task<Finding> AskAsync(Database kept, Terminal terminal, CancellationToken stop)
    {
        var inbox = new InboxWatch(kept, slack.Installation.Workspace, "m:D%", time);
        try
        {
            await inbox.BeginAsync(stop);
            terminal.Remark("To see whether events arrive: write the bot a direct message in Slack, within a minute. It answers when it runs. Ctrl+C leaves this out.");
            return await HearAsync(inbox, happened => happened is SlackEvent.MessagePosted { ChannelType: "im" }, ForAPerson, stop) is { } by
                ? Finding.Ok($"events: the bot hears what is written to it{by}")
                : Finding.Wrong("events: within a minute nothing was heard that was written to the bot", $"if somebody did write, {Subscriptions}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Finding.Warn("events: not checked", "run this again, and write the bot a direct message when asked");
        }
    }

    private async Task<string?> HearAsync(InboxWatch inbox, Func<SlackEvent, bool> awaited, TimeSpan patience, CancellationToken stop)
    {
        var since = time.GetTimestamp();
        do
        {
            if (ear.HasHeard(awaited)) return "";
            // What came here was noted before it was stored, so that looking once more tells whose it was.
            if (await inbox.HasNewAsync(stop)) return ear.HasHeard(awaited) ? "" : ", by way of the bot that runs";
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, stop);
        }
        while (time.GetElapsedTime(since) < patience);
        return null;
    }
}
