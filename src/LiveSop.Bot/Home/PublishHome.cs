using LiveSop.Bot.Digest;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Home;

/// <summary>Shows a person the bot's own page as it is now, with what they alone may read.</summary>
internal sealed class PublishHome(Gathering gathering, Subscribers subscribers)
{
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <param name="words">What they search; null for nothing.</param>
    public async Task PublishAsync(SlackContext context, UserId user, string? words, CancellationToken stop)
    {
        var viewer = new Scope.Viewer(context.Workspace, user);
        var concerns = await gathering.OfAsync(context.Unit, viewer, context.Now - LooksBack, context.Now, stop);
        var digest = await subscribers.OfAsync(context.Unit, context.Workspace, user, stop);
        await context.Unit.EnterAsync(viewer, stop);
        var sops = await Shelf.ListAsync(context.Unit, stop);
        var search = string.IsNullOrWhiteSpace(words) ? null : new HomeSearch(words.Trim(), await SearchSops.FindAsync(context.Unit, words, stop));
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        var page = HomePage.Render(new(concerns, sops, digest, search), context.Installation.Self.User);
        await context.Effects.AddAsync($"home:{context.Key}", new Effect.Publish(user, BlocksJson.Node<View>(page)), stop);
    }
}
