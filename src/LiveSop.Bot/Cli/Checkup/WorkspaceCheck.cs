using System.Runtime.CompilerServices;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>One workspace: its tokens, what they may do, and whether what happens there arrives here.</summary>
internal sealed class WorkspaceCheck(SlackDoor door, DatabaseCheck store, Terminal terminal, TimeProvider time)
{
    public async IAsyncEnumerable<Finding> RunAsync(SlackTokens tokens, [EnumeratorCancellation] CancellationToken stop)
    {
        var api = door.Api(tokens, new Doubts());
        var (installation, token) = await AskAsync(api, stop);
        yield return token;
        if (installation is null) yield break;
        foreach (var finding in InstallationCheck.Scopes(installation)) yield return finding;
        yield return InstallationCheck.Clock(installation, time.GetUtcNow());

        var channels = new ChannelCheck(api);
        yield return await channels.ListAsync(stop);
        if (store.Database is { } database) yield return await BacklogCheck.LookAsync(database, installation.Workspace, stop);

        var connection = new Connection(installation, api, door.Responses());
        await using var ear = await Ear.OpenAsync(connection, store.Database, time, stop);
        yield return Socket(ear, installation);
        if (ear.Hello is not null) yield return await new EventCheck(connection, store.Database, ear, time).RunAsync(channels.Found, terminal, stop);
        if (api.Conversations.IsReduced)
            yield return Finding.Warn("history: Slack lets this app read 15 messages a minute, as it does with apps that are distributed to others",
                "create the app in the workspace itself, from the link of livesop connect");
    }

    private static async Task<(Installation? Installation, Finding Finding)> AskAsync(SlackApi api, CancellationToken stop)
    {
        try
        {
            var installation = await api.Auth.TestAsync(stop);
            return (installation.IsOrganisation ? null : installation, InstallationCheck.Token(installation));
        }
        catch (SlackCallException failed)
        {
            return (null, SlackTrouble.Of("bot token", failed));
        }
    }

    private Finding Socket(Ear ear, Installation installation)
    {
        if (ear.Hello is not { } hello) return SlackTrouble.Of(ear.Trouble!);
        if (hello.AppId is { } app && installation.Self.AppId is { } own && app != own)
            return Finding.Wrong($"socket: it opens, but the app-level token belongs to the app {app} and the bot token to {own}", "copy both from the same app, and give them to livesop connect");
        var others = (hello.Connections ?? 1) - 1;
        return others <= 0 ? Finding.Ok("socket: it opens, and nobody else listens for this app")
            : store.HasBot ? Finding.Ok($"socket: it opens; Slack counts {others} more for this app, those of the bot that runs")
            : Finding.Warn($"socket: it opens, but Slack counts {others} more for this app, which take their part of the events away",
                "stop the other program, or create an app of its own for it");
    }
}
