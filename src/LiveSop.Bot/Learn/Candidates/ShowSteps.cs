using System.Globalization;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>The steps of a candidate, in a modal that opened at once and is filled now.</summary>
internal sealed class ShowSteps : ISlackHandler<SlackPayload.BlockActions>
{
    public static readonly SlackAction Action = new("candidate.steps");

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var content = await FindAsync(payload, context, stop) is { } candidate ? StepsModal.Render(candidate) : StepsModal.Gone();
        await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
    }

    /// <summary>What the presser may see now: whoever left the channel since it was posted may not.</summary>
    private static async Task<Candidate?> FindAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var pressed = payload.Actions.FirstOrDefault(action => Action.Is(action.ActionId));
        if (ActionKey.Parts(pressed?.Value.AsText, 2) is not [var job, var at] || !Guid.TryParse(job, out var id)) return null;
        if (await CandidateStore.FindAsync(context.Unit, context.Workspace, id, stop) is not var (mine, list)) return null;
        if (!await MayReadAsync(payload.Actor.User, mine, context, stop)) return null;
        return int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < list.Candidates.Count ? list.Candidates[place] : null;
    }

    private static async Task<bool> MayReadAsync(UserId viewer, Job.Mine mine, SlackContext context, CancellationToken stop)
    {
        if (mine.Channel.Value.StartsWith('D')) return viewer == mine.Asker;
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, viewer), stop);
        var may = await context.Unit.Db.Channels.AnyAsync(one => one.ChannelId == mine.Channel, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return may;
    }
}
