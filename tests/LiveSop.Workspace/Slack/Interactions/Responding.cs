using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>Puts in place what an app says in an ack or through a response URL.</summary>
internal static class Responding
{
    /// <returns>Why Slack would not take it, or null.</returns>
    public static string? Say(ResponseUrl to, Arguments said, Ground ground)
    {
        if (said.Flag("delete_original")) return Delete(to) ? null : "message_not_found";
        var (content, problem) = Content.Read(said, ground.Mint);
        if (content is null) return problem!.Error;
        if (said.Flag("replace_original") && Original(to) is not null) Replace(to, content);
        else if (said.Text("response_type") == "in_channel") Post(to, said, content);
        else Whisper(to, said, content, ground);
        ground.Bell.Ring();
        return null;
    }

    private static void Post(ResponseUrl to, Arguments said, Content content) =>
        to.OriginalTs ??= to.App.Workspace.Talking.Say(to.Place, content.Over(Draft(to, said))).Ts;

    private static void Whisper(ResponseUrl to, Arguments said, Content content, Ground ground)
    {
        var message = content.Over(Draft(to, said)) with { Ts = to.Place.Stamp(ground.Now) };
        to.App.Workspace.Show(new Ephemeral(to.Place, to.User, message));
        to.OriginalTs ??= message.Ts;
    }

    private static Message Draft(ResponseUrl to, Arguments said) => new()
    {
        Ts = "",
        User = to.App.Bot.Id,
        Team = to.App.Workspace.Id,
        Bot = to.App.Mark,
        ThreadTs = said.Text("thread_ts") ?? (said.Flag("replace_original") ? to.ThreadTs : null),
    };

    /// <summary>The message that was acted on: an ephemeral or a stored one.</summary>
    private static Message? Original(ResponseUrl to) => Whispered(to)?.Message ?? to.Place.Log.Find(to.OriginalTs);

    private static Ephemeral? Whispered(ResponseUrl to) =>
        to.App.Workspace.Ephemerals.Find(e => e.Place == to.Place && e.User == to.User && e.Message.Ts == to.OriginalTs);

    private static void Replace(ResponseUrl to, Content content)
    {
        var workspace = to.App.Workspace;
        if (Whispered(to) is { } whispered)
        {
            var now = content.Over(whispered.Message with { Blocks = null, Attachments = null });
            workspace.Ephemerals[workspace.Ephemerals.IndexOf(whispered)] = whispered with { Message = now };
            return;
        }
        var before = to.Place.Log.Find(to.OriginalTs)!;
        workspace.Talking.Edit(to.Place, before, content.Over(before), to.App.Bot.Id);
    }

    private static bool Delete(ResponseUrl to)
    {
        if (Whispered(to) is { } whispered) return to.App.Workspace.Ephemerals.Remove(whispered);
        if (to.Place.Log.Find(to.OriginalTs) is not { } message) return false;
        to.App.Workspace.Talking.Delete(to.Place, message);
        return true;
    }
}
