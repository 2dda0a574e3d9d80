using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Telemetry;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.Inbox;

/// <summary>
/// What happens to an envelope before it is acknowledged: it is made durable. A submitted modal is answered with the acknowledgement; where a command, a press or
/// a shortcut is to open one, it opens right after.
/// </summary>
internal sealed partial class EnvelopeReceiver(InboxWriter inbox, SlackRoutes routes, InboxOptions options, TimeProvider time, ILogger<EnvelopeReceiver> log)
{
    /// <summary>Returns when the envelope may be acknowledged.</summary>
    public async Task<Ack> ReceiveAsync(Connection connection, Envelope envelope, CancellationToken stop)
    {
        var address = Addressing.Of(envelope);
        using var span = Spans.Receive(connection.Installation.Workspace.Value, address.Key, envelope.Type);
        if (envelope.Type == "events_api")
        {
            await inbox.StoreAsync(Arrival(connection, envelope, address, expires: null), stop);
            return Ack.Empty;
        }
        var expires = time.GetUtcNow() + options.Patience;
        var payload = SlackPayload.Read(envelope);
        var answer = payload is SlackPayload.ViewSubmission submission ? routes.Answer(submission) : new SubmissionAnswer.Close();
        // What has mistakes in it comes again, mended: it is not kept.
        if (answer is not SubmissionAnswer.Errors) await inbox.StoreAsync(Arrival(connection, envelope, address, expires), stop);
        _ = OpenAsync(connection, payload, address.Key);
        return answer.ToAck(address.Key);
    }

    private static Arrival Arrival(Connection connection, Envelope envelope, Address address, DateTimeOffset? expires) =>
        new(connection.Installation.Workspace, address.Key, address.Lane, envelope.Type, envelope.Raw, expires);

    private async Task OpenAsync(Connection connection, SlackPayload payload, string key)
    {
        try
        {
            if (Trigger(payload) is not { } trigger || routes.Opening(payload, key) is not { } modal) return;
            var view = BlocksJson.Node<View>(modal);
            await (IsInModal(payload) ? connection.Api.Views.PushAsync(trigger, view) : connection.Api.Views.OpenAsync(trigger, view));
        }
        catch (Exception e)
        {
            NotOpened(log, connection.Installation.Workspace, (e as SlackCallException)?.Code ?? e.GetType().Name);
        }
    }

    private static bool IsInModal(SlackPayload payload) => payload is SlackPayload.BlockActions { View.Type: "modal" };

    private static string? Trigger(SlackPayload payload) => payload switch
    {
        SlackPayload.SlashCommand command => command.Interaction.TriggerId,
        SlackPayload.BlockActions actions => actions.Interaction.TriggerId,
        SlackPayload.MessageShortcut shortcut => shortcut.Interaction.TriggerId,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A modal did not open in {Workspace} ({Reason}).")]
    private static partial void NotOpened(ILogger log, WorkspaceId workspace, string reason);
}
