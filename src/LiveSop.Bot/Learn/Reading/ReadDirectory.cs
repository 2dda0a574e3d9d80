using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>Asks Slack who there is and who is in which of the bot's channels. Run whenever the bot comes back: what changed while it was away was not heard.</summary>
internal sealed class ReadDirectory(Database database, Connections connections, Comings comings, ReadingSettings settings, TimeProvider time)
{
    public async Task RunAsync(WorkspaceId workspace, CancellationToken stop)
    {
        var slack = connections.Of(workspace);
        await foreach (var page in slack.Api.Users.ListAsync(cancellation: stop)) await SaveAsync(workspace, page.Items, stop);
        var mine = new List<ChannelId>();
        await foreach (var page in slack.Api.Users.ConversationsAsync(new ConversationFilter { ExcludeArchived = false }, cancellation: stop))
            foreach (var channel in page.Items)
            {
                await ReadChannelAsync(workspace, channel, slack.Api, stop);
                mine.Add(channel.Id);
            }
        await LeaveOthersAsync(workspace, mine, stop);
        foreach (var channel in mine) await EnterAsync(slack.Installation, channel, stop);
    }

    /// <summary>A channel and its members, as they are now. Where somebody comes or goes while Slack is asked, it is asked again: nobody gets back what they lost.</summary>
    public async Task ReadChannelAsync(WorkspaceId workspace, SlackChannel channel, SlackApi api, CancellationToken stop)
    {
        int before;
        do
        {
            before = comings.In(workspace, channel.Id);
            await SeatAsync(workspace, channel, api, stop);
        }
        while (comings.In(workspace, channel.Id) != before);
    }

    private async Task SeatAsync(WorkspaceId workspace, SlackChannel channel, SlackApi api, CancellationToken stop)
    {
        var members = new List<UserId>();
        await foreach (var page in api.Conversations.MembersAsync(channel.Id, cancellation: stop)) members.AddRange(page.Items.Select(id => new UserId(id)));
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        await unit.ListAsync(workspace, ListedChannel.Of(channel) with { BotIsMember = true }, stop);
        await unit.SeatAsync(workspace, channel.Id, members, stop);
        await unit.CommitAsync(stop);
    }

    private async Task SaveAsync(WorkspaceId workspace, IReadOnlyList<SlackUser> people, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        await unit.ListAsync(workspace, [.. people.Select(person => Listed.Of(person, workspace)).DistinctBy(person => person.User)], time.GetUtcNow(), stop);
        await unit.CommitAsync(stop);
    }

    private async Task LeaveOthersAsync(WorkspaceId workspace, List<ChannelId> mine, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        foreach (var channel in await unit.ExitOthersAsync(workspace, mine, now, stop)) await new Readings(unit, workspace, now).BreakOffAsync(channel, stop);
        await unit.CommitAsync(stop);
    }

    /// <summary>It may have been invited while nobody listened.</summary>
    private async Task EnterAsync(Installation installation, ChannelId channel, CancellationToken stop)
    {
        var (workspace, now) = (installation.Workspace, time.GetUtcNow());
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var context = new SlackContext(installation, unit, new(unit, workspace), new(unit, workspace, now), new(unit, workspace, now)) { Key = $"{now:O}", Now = now };
        await Entrance.EnterAsync(context, channel, settings, stop);
        await unit.CommitAsync(stop);
    }
}
