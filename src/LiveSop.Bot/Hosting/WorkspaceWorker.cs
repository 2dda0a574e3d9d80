using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Inbox;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting;

/// <summary>
/// Keeps one workspace connected: learns who the bot is there, listens, and begins anew when Slack refuses it, with the tokens that stand there then.
/// Other workspaces go on meanwhile; this one's envelopes, effects and jobs wait in the database.
/// </summary>
internal sealed partial class WorkspaceWorker(TokenPlace place, SlackDoor door, EnvelopeReceiver receiver, WorkspaceBook book, TimeProvider time) : BackgroundService
{
    /// <summary>How often Slack is asked whether the token is still good, where nothing raises a doubt of it.</summary>
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>How soon new tokens are seen.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly ILogger<WorkspaceWorker> log = door.Logs.CreateLogger<WorkspaceWorker>();
    private TimeSpan wait = FirstWait;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        book.Attendance.Expect(place.Name);
        while (true)
        {
            var (tokens, begun) = (place.Read(), time.GetTimestamp());
            var end = await ConnectAsync(tokens, stoppingToken);
            if (stoppingToken.IsCancellationRequested) return;
            if (time.GetElapsedTime(begun) > LongestWait) wait = FirstWait;
            await RestAsync(end, tokens, stoppingToken);
        }
    }

    /// <summary>The one catch around a workspace.</summary>
    private async Task<ConnectionEnd> ConnectAsync(SlackTokens tokens, CancellationToken stop)
    {
        try
        {
            var doubts = new Doubts();
            var api = door.Api(tokens, doubts);
            var installation = await api.Auth.TestAsync(stop);
            if (installation.IsOrganisation) return ConnectionEnd.Refused.Organisation;
            var connection = new Connection(installation, api, door.Responses()) { Doubts = doubts };
            await book.OpenAsync(connection, stop);
            Connected(log, installation.Workspace, installation.WorkspaceName ?? place.Name);
            return await ListenAsync(connection, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new ConnectionEnd.Stopped();
        }
        catch (SlackCallException failed)
        {
            return failed is { IsOutage: true, Failure: not SlackFailure.DeadCredentials } ? new ConnectionEnd.Unreachable(failed.Code) : ConnectionEnd.Refused.OfBotToken(failed.Code);
        }
        catch (Exception e)
        {
            return new ConnectionEnd.Unreachable(e.GetType().Name);
        }
    }

    private async Task<ConnectionEnd> ListenAsync(Connection connection, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var sockets = door.Sockets(connection.Api, async (envelope, given) => await receiver.ReceiveAsync(connection, envelope, given));
        book.Attendance.Come(place.Name, connection.Installation.Workspace, () => sockets.Health);
        var (listening, dying) = (sockets.RunAsync(over.Token), DeadTokenAsync(connection, over.Token));
        try
        {
            if (await Task.WhenAny(listening, dying) == dying && await dying is { } code) return await CloseAsync(connection, ConnectionEnd.Refused.OfBotToken(code));
            return await listening is ListeningEnd.Refused refused ? await CloseAsync(connection, ConnectionEnd.Refused.OfAppToken(refused.Code)) : new ConnectionEnd.Stopped();
        }
        finally
        {
            await over.CancelAsync();
            await listening;
            await dying;
        }
    }

    /// <returns>Slack's error when it refuses the bot's token; null when it is over before.</returns>
    private async Task<string?> DeadTokenAsync(Connection connection, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await connection.Doubts.WaitAsync(BetweenChecks, time, over);
                await connection.Api.Auth.TestAsync(over);
            }
            catch (SlackCallException failed)
            {
                // Of anything else the sockets will notice, or the next who has something to say.
                if (failed.Failure is SlackFailure.DeadCredentials) return failed.Code;
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                return null;
            }
        }
        return null;
    }

    // Before the sockets: nothing more is taken up meanwhile.
    private async Task<ConnectionEnd> CloseAsync(Connection connection, ConnectionEnd.Refused refused)
    {
        await book.CloseAsync(connection.Installation.Workspace, refused.Reason, refused.HasLeft, CancellationToken.None);
        return refused;
    }

    private async Task RestAsync(ConnectionEnd end, SlackTokens tokens, CancellationToken stop)
    {
        if (end is not ConnectionEnd.Refused refused)
        {
            var reason = end is ConnectionEnd.Unreachable unreachable ? unreachable.Code : "it stopped listening";
            book.Attendance.Leave(place.Name, $"it cannot be reached ({reason})");
            Unreachable(log, place.Name, reason, AfterOutage.TotalSeconds);
            await Task.Delay(AfterOutage, time, stop);
            return;
        }
        book.Attendance.Leave(place.Name, refused.Reason);
        if (place.Read() == tokens) Refused(log, place.Name, refused.Reason, wait.TotalMinutes);
        await ChangeAsync(tokens, stop);
    }

    /// <summary>Returns when there are other tokens, or when it is time to try the same again: somebody may have put it right in Slack.</summary>
    private async Task ChangeAsync(SlackTokens tokens, CancellationToken stop)
    {
        var until = time.GetUtcNow() + wait;
        while (place.Read() == tokens)
        {
            if (time.GetUtcNow() >= until)
            {
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
                return;
            }
            await Task.Delay(BetweenLooks, time, stop);
        }
        wait = FirstWait;
        NewTokens(log, place.Name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to {Workspace}, {Name}.")]
    private static partial void Connected(ILogger log, WorkspaceId workspace, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The workspace {Workspace} cannot be reached now: {Reason}. Trying again in {Seconds} s.")]
    private static partial void Unreachable(ILogger log, string workspace, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The workspace {Workspace} is not connected: {Reason}. Its work waits, other workspaces go on. Install the app and put its tokens where they were: "
        + "in files they are found by themselves, in the environment they need a restart. Trying the same again in {Minutes} min.")]
    private static partial void Refused(ILogger log, string workspace, string reason, double minutes);

    [LoggerMessage(Level = LogLevel.Information, Message = "The workspace {Workspace} has new tokens; connecting with them.")]
    private static partial void NewTokens(ILogger log, string workspace);
}
