using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack.Trouble;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World;

public sealed class MembershipTests
{
    [Fact]
    public async Task who_leaves_while_the_members_are_being_read_is_not_let_in_again()
    {
        await using var world = await World.StartAsync(withBot: false);
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        world.Workspace.Conversation("secret").Join(bo.Id);
        world.Workspace.Conversation("secret").Join(world.App.Bot.Id);
        // Slack's answer is on its way while bo leaves.
        var slow = world.Slack.Chaos.OnCalls(new CallTrouble.Held(), When.Next(1), "conversations.members");
        await world.StartBotAsync();
        await world.Slack.UntilAsync(() => slow.Count > 0);

        await bo.LeaveAsync("secret");
        await world.UntilAsync(async unit => !await unit.Db.WorkQueue.AnyAsync(row => row.Kind == QueueKind.Inbox) && world.Slack.Deliveries.Pending == 0);
        slow.Dispose();
        await world.RestAsync();

        var channel = new ChannelId(world.Workspace.Conversation("secret").Id);
        (await world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.ChannelMembers.Where(row => row.ChannelId == channel).Select(row => row.UserId).ToListAsync()))
            .Should().Contain(new UserId(ada.Id)).And.NotContain(new UserId(bo.Id));
    }
}
