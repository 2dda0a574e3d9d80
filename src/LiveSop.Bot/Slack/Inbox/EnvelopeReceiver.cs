using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Telemetry;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.Inbox;

/// <summary>What happens to an envelope before it is acknowledged: it is made durable. And right after, where a press is to open a modal: it opens.</summary>
internal sealed partial class EnvelopeReceiver(InboxWriter inbox, SlackRoutes routes, TimeProvider time, ILogger<EnvelopeReceiver> log)
{
    /// <summary>Nobody waits longer for a command or a press: Slack tells them that it failed, and they try again.</summary>
    private static readonly TimeSpan PatienceOfPeople = TimeSpan.FromSeconds(3);

    /// <summary>Returns when the envelope may be acknowledged.</summary>
    public async Task ReceiveAsync(Connection connection, Envelope envelope, CancellationToken stop)
    {
        var address = Addressing.Of(envelope);
        using var span = Spans.Receive(connection.Installation.Workspace.Value, address.Key, envelope.Type);
        var now = time.GetUtcNow();
        await inbox.StoreAsync(new(connection.Installation.Workspace, address.Key, address.Lane, envelope.Type, envelope.Raw, envelope.Type == "events_api" ? null : now + PatienceOfPeople), stop);
        if (envelope.Type == "interactive") _ = OpenAsync(connection, envelope, address.Key);
    }

    private async Task OpenAsync(Connection connection, Envelope envelope, string key)
    {
        if (SlackPayload.Read(envelope) is not SlackPayload.BlockActions { Interaction.TriggerId: { } trigger } pressed || routes.Opening(pressed, key) is not { } modal) return;
        try
        {
            await connection.Api.Views.OpenAsync(trigger, BlocksJson.Node<View>(modal));
        }
        catch (Exception e)
        {
            NotOpened(log, connection.Installation.Workspace, (e as SlackCallException)?.Code ?? e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A modal did not open in {Workspace} ({Reason}).")]
    private static partial void NotOpened(ILogger log, WorkspaceId workspace, string reason);
}
