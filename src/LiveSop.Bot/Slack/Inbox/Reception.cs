using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Telemetry;

namespace LiveSop.Bot.Slack.Inbox;

/// <summary>An envelope as the inbox gives it back.</summary>
internal readonly record struct Kept(string Key, byte[] Frame);

/// <summary>Hands each envelope to its handler, all within one transaction.</summary>
internal sealed class Reception(Connections connections, SlackRoutes routes)
{
    /// <summary>Whose envelopes can be handled here now.</summary>
    public IEnumerable<WorkspaceId> Workspaces => connections.Workspaces;

    /// <returns>What was made to be done next.</returns>
    public async Task<IReadOnlyList<QueueKind>> HandleAsync(UnitOfWork unit, WorkspaceId workspace, IEnumerable<Kept> envelopes, DateTimeOffset now, CancellationToken stop)
    {
        var context = new SlackContext(connections.Installation(workspace), unit, new(unit, workspace), new(unit, workspace, now), new(unit, workspace, now)) { Key = "", Now = now };
        foreach (var envelope in envelopes)
        {
            if (Envelope.Parse(envelope.Frame) is not Frame.Delivery delivery) continue;
            using var span = Spans.Handle(workspace.Value, envelope.Key);
            await routes.HandleAsync(SlackPayload.Read(delivery.Envelope), context with { Key = envelope.Key }, stop);
        }
        await context.Transcript.WriteAsync(now, stop);
        return [.. context.Effects.Any ? [QueueKind.Outbox] : Array.Empty<QueueKind>(), .. context.Jobs.Any ? [QueueKind.Job] : Array.Empty<QueueKind>()];
    }
}
