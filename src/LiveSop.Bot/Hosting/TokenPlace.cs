using LiveSop.Bot.Cli;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Hosting;

/// <summary>Where one workspace's tokens are read, again whenever Slack refuses them: who installs the app anew need not restart the bot.</summary>
/// <param name="given">As they were at the start.</param>
/// <param name="again">What stands under that name now; null where nothing does.</param>
internal sealed class TokenPlace(WorkspaceTokens given, Func<string, WorkspaceTokens?> again)
{
    private SlackTokens last = given.Tokens;

    public string Name => given.Name;

    /// <returns>The last good ones where what stands there now cannot be used: a file that is just being written, or was taken away.</returns>
    public SlackTokens Read()
    {
        try
        {
            if (again(Name) is { Tokens: var tokens }) last = tokens;
        }
        catch (Exception e) when (e is BadSettingException or IOException or UnauthorizedAccessException)
        {
            // Looked at again soon; until then the bot says why it is not connected.
        }
        return last;
    }
}
