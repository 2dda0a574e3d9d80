using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Telemetry;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.Inbox;

/// <summary>What happens to an envelope before it is acknowledged: it is made durable. And right after, where a press is to open a modal: it opens.</summary>
internal sealed partial class EnvelopeReceiver(InboxWriter inbox, SlackRoutes routes, TimeProvider time, ILogger<EnvelopeReceiver> log)
{
    /// <summary>Nobody waits longer for a command or a press: Slack tells them that it failed, and they try again.</summary>
    private static readonly TimeSpan PatienceOfPeople = TimeSpan.FromSeconds(3);

    /// <summary>Returns when the envelope may be acknowledged. A form that cannot be taken as it is goes back to whoever filled it in, and is not stored.</summary>
    public async Task<Ack> ReceiveAsync(Connection connection, Envelope envelope, CancellationToken stop)
    {
        var address = Addressing.Of(envelope);
        using var span = Spans.Receive(connection.Installation.Workspace.Value, address.Key, envelope.Type);
        var payload = envelope.Type == "events_api" ? null : SlackPayload.Read(envelope);
        var answer = payload is null ? null : routes.Answer(payload, address.Key);
        if (answer is SubmissionAnswer.Errors refused) return refused.ToAck();
        var now = time.GetUtcNow();
        await inbox.StoreAsync(new(connection.Installation.Workspace, address.Key, address.Lane, envelope.Type, envelope.Raw, envelope.Type == "events_api" ? null : now + PatienceOfPeople), stop);
        if (payload is not null) _ = OpenAsync(connection, payload, address.Key);
        return answer?.ToAck() ?? Ack.Empty;
    }

    private async Task OpenAsync(Connection connection, SlackPayload pressed, string key)
    {
        if (Trigger(pressed) is not { } trigger || routes.Opening(pressed, key) is not { } modal) return;
        try
        {
            var view = BlocksJson.Node<View>(modal);
            if (pressed is SlackPayload.BlockActions { View.Type: "modal" }) await connection.Api.Views.PushAsync(trigger, view);
            else await connection.Api.Views.OpenAsync(trigger, view);
        }
        catch (Exception e)
        {
            NotOpened(log, connection.Installation.Workspace, (e as SlackCallException)?.Code ?? e.GetType().Name);
        }
    }

    private static string? Trigger(SlackPayload pressed) => pressed switch
    {
        SlackPayload.BlockActions actions => actions.Interaction.TriggerId,
        SlackPayload.MessageShortcut shortcut => shortcut.Interaction.TriggerId,
        SlackPayload.SlashCommand command => command.Interaction.TriggerId,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A modal did not open in {Workspace} ({Reason}).")]
    private static partial void NotOpened(ILogger log, WorkspaceId workspace, string reason);
}
