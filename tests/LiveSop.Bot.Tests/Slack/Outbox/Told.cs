using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.Slack.Outbox;

/// <summary>Effects as handlers record them, told by the bot of a <see cref="World.World"/>.</summary>
internal static class Told
{
    public static MessageBody Message(string text) => LiveSop.Bot.Slack.Blocks.SlackMessage.Of(LiveSop.Bot.Slack.Blocks.Mrkdwn.Of($"{(LiveSop.Bot.Slack.Blocks.UntrustedText)text}"));

    /// <summary>Records them in one transaction.</summary>
    public static Task TellAsync(this World.World world, params (string Key, Effect Effect)[] effects)
    {
        var workspace = new LiveSop.Bot.Slack.WorkspaceId(world.Workspace.Id);
        return world.Database.DoAsync(new Scope.Miner(workspace), async unit =>
        {
            foreach (var (key, effect) in effects) await new Effects(unit, workspace, TimeProvider.System.GetUtcNow()).AddAsync(key, effect, CancellationToken.None);
        });
    }

    /// <summary>What that person and the bots said to each other.</summary>
    public static IReadOnlyList<SeenMessage> Direct(this World.World world, Person who) => world.Workspace.Visible(who, "general").Direct;

    public static Task<List<OutboxRow>> OutboxAsync(this World.World world) =>
        world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Outbox.OrderBy(row => row.Key).ToListAsync());

    /// <summary>As after a crash: the lease of what was begun is over.</summary>
    public static Task EndLeasesAsync(this World.World world) =>
        world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), unit => unit.RunAsync("UPDATE work_queue SET due_at = now() WHERE kind = 'outbox'", CancellationToken.None));
}
