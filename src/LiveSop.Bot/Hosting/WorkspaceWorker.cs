using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Inbox;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting;

/// <summary>Keeps one workspace connected: learns who the bot is there, listens, and begins anew when Slack refuses it. Other workspaces go on meanwhile.</summary>
internal sealed partial class WorkspaceWorker(WorkspaceTokens workspace, SlackDoor door, EnvelopeReceiver receiver, WorkspaceBook book, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(5);

    private readonly ILogger<WorkspaceWorker> log = door.Logs.CreateLogger<WorkspaceWorker>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (reason, wait) = await ConnectAsync(stoppingToken);
            if (stoppingToken.IsCancellationRequested) return;
            if (wait == AfterRefusal) Refused(log, workspace.Name, reason, wait.TotalSeconds);
            else Unreachable(log, workspace.Name, reason, wait.TotalSeconds);
            await Task.Delay(wait, time, stoppingToken);
        }
    }

    /// <returns>Why it ended, and when to begin anew.</returns>
    private async Task<(string Reason, TimeSpan Wait)> ConnectAsync(CancellationToken stop)
    {
        try
        {
            var api = door.Api(workspace.Tokens);
            var installation = await api.Auth.TestAsync(stop);
            if (installation.IsOrganisation) return ("it is installed for a whole organisation, which LiveSOP does not support; install it in one workspace", AfterRefusal);
            var connection = new Connection(installation, api, door.Responses());
            await book.OpenAsync(connection, stop);
            Connected(log, installation.Workspace, installation.WorkspaceName ?? workspace.Name);
            return (await ListenAsync(connection, stop), AfterRefusal);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ("stopped", AfterRefusal);
        }
        catch (SlackCallException failed)
        {
            return (failed.Code, failed is { IsOutage: true, Failure: not SlackFailure.DeadCredentials } ? AfterOutage : AfterRefusal);
        }
        catch (Exception e)
        {
            return (e.GetType().Name, AfterOutage);
        }
    }

    private async Task<string> ListenAsync(Connection connection, CancellationToken stop)
    {
        var sockets = door.Sockets(connection.Api, async (envelope, given) =>
        {
            await receiver.ReceiveAsync(connection, envelope, given);
            return Ack.Empty;
        });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var attending = book.AttendAsync(connection.Installation.Workspace, () => sockets.Health, over.Token);
        var end = await sockets.RunAsync(stop);
        await over.CancelAsync();
        await attending;
        if (end is not ListeningEnd.Refused refused) return "stopped";
        await book.CloseAsync(connection.Installation.Workspace, refused.Code, CancellationToken.None);
        return refused.Code;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to {Workspace}, {Name}.")]
    private static partial void Connected(ILogger log, WorkspaceId workspace, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The workspace {Workspace} cannot be reached now: {Reason}. Trying again in {Seconds} s.")]
    private static partial void Unreachable(ILogger log, string workspace, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The workspace {Workspace} cannot be connected: {Reason}. Check its tokens and the app's settings; trying again in {Seconds} s.")]
    private static partial void Refused(ILogger log, string workspace, string reason, double seconds);
}
