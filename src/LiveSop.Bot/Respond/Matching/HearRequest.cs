using LiveSop.Bot.Commands;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Respond.Runs;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Markup;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Runs;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>
/// Hears what people say in channels: what begins something is looked at; what the requester adds before anybody answers, and an edit, make it be looked at again;
/// an answer ends the waiting. What apps say is no request, and what is said to the bot is none.
/// </summary>
internal sealed class HearRequest(ConsiderRequest considering, FollowRun following)
{
    public Task HearAsync(ChannelId channel, SlackMessage message, SlackContext context, CancellationToken stop)
    {
        if (message is not { User: { } author, BotId: null } || CommandText.Mentions(message.Text, context.Installation.Self.User)) return Task.CompletedTask;
        if (message is { IsReply: true, ThreadTs: { } root }) return FollowAsync(channel, root, author, message, context, stop);
        return IsOld(message.Ts, context) ? Task.CompletedTask : considering.ConsiderAsync(new(channel, message.Ts, author, Text(message)), null, context, stop);
    }

    /// <summary>Unless people have said what it is, or that the bot is not wanted there.</summary>
    public async Task RehearAsync(ChannelId channel, SlackMessage message, SlackContext context, CancellationToken stop)
    {
        if (message is not { User: { } author, BotId: null, IsReply: false } || IsOld(message.Ts, context)) return;
        var row = await ConsiderRequest.FindAsync(context.Unit, channel, message.Ts, stop);
        if (row is not null && !IsOpen(row)) return;
        await considering.ConsiderAsync(new(channel, message.Ts, author, Text(message)), row, context, stop);
    }

    /// <summary>Nobody asks it any more.</summary>
    public static async Task UnhearAsync(ChannelId channel, MessageTs ts, SlackContext context, CancellationToken stop)
    {
        if (await ConsiderRequest.FindAsync(context.Unit, channel, ts, stop) is not { } row) return;
        row.DueAt = null;
        if (row.State is not MatchState.Started)
        {
            row.State = MatchState.TakenBack;
            await new CardBook(context.Effects).TakeBackAsync(row, stop);
        }
        await context.Unit.Db.SaveChangesAsync(stop);
    }

    private async Task FollowAsync(ChannelId channel, MessageTs root, UserId author, SlackMessage message, SlackContext context, CancellationToken stop)
    {
        if (await ConsiderRequest.FindAsync(context.Unit, channel, root, stop) is not { } row) return;
        if (author == row.RequesterId)
        {
            if (row is { State: MatchState.Silent, AnsweredAt: null, ShownAt: null } && !IsOld(root, context)) await AddAsync(row, message, context, stop);
            return;
        }
        row.AnsweredAt ??= context.Now;
        if (row.State != MatchState.Snoozed) row.DueAt = null;
        await context.Unit.Db.SaveChangesAsync(stop);
        if (row.State == MatchState.Started) await following.FollowAsync(row, message, context, stop);
    }

    /// <summary>“Hi, can somebody help?” says little; what the requester says next may say all.</summary>
    private async Task AddAsync(MatchRow row, SlackMessage message, SlackContext context, CancellationToken stop)
    {
        var (channel, root) = (row.ChannelId, row.Ts);
        var said = await context.Unit.Db.Messages.Where(one => one.ChannelId == channel && (one.Ts == root || one.ThreadTs == root) && one.AuthorId == row.RequesterId && one.DeletedAt == null)
            .OrderBy(one => one.PostedAt).Select(one => one.Text).ToListAsync(stop);
        var text = string.Join('\n', said.Select(RequestText.Of).Append(Text(message)));
        await considering.ConsiderAsync(new(channel, root, row.RequesterId, text), row, context, stop);
    }

    private static bool IsOpen(MatchRow row) => row is { Verdict: null, State: MatchState.Silent or MatchState.Whispered or MatchState.Posted or MatchState.TakenBack };

    private static bool IsOld(MessageTs ts, SlackContext context) => context.Now - ts.At > ConsiderRequest.Old;

    private static string Text(SlackMessage message) => RequestText.Of(MessageText.Unresolved(message.Said));
}
