using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Interactions;

namespace LiveSop.Bot.Tests.Simulator;

/// <summary>Views, and the ways to have one open.</summary>
internal static class Modals
{
    public const string Form = """
        {"type":"modal","callback_id":"m1","title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"Go"},"private_metadata":"run 12","notify_on_close":true,"blocks":[
         {"type":"input","block_id":"i","label":{"type":"plain_text","text":"L"},"element":{"type":"plain_text_input","action_id":"a"}},
         {"type":"input","block_id":"o","optional":true,"label":{"type":"plain_text","text":"L"},"element":{"type":"static_select","action_id":"s","options":[
           {"text":{"type":"plain_text","text":"One"},"value":"1"},{"text":{"type":"plain_text","text":"Two"},"value":"2"}]}},
         {"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"more","text":{"type":"plain_text","text":"More"},"value":"42"},
           {"type":"external_select","action_id":"opt","placeholder":{"type":"plain_text","text":"x"}}]}]}
        """;

    public const string Plain = """{"type":"modal","title":{"type":"plain_text","text":"Second"},"blocks":[]}""";

    public static async Task<string> TriggerAsync(Rig rig, Listener socket)
    {
        var asked = rig.Ada.SlashAsync("support", "/sop", "new");
        var envelope = await socket.AnswerAsync();
        await asked;
        return envelope.Get("payload.trigger_id")!;
    }

    public static async Task<View> OpenAsync(Rig rig, Listener socket)
    {
        await rig.CallAsync("views.open", ("trigger_id", await TriggerAsync(rig, socket)), ("view", Form));
        return rig.Team.Visible(rig.Ada, "support").Modals[^1];
    }

    public static async Task<Shown> SubmitAsync(Rig rig, Listener socket, View view, string answer)
    {
        var submitted = rig.Ada.SubmitAsync(view, ("i/a", "text"));
        await socket.AnswerAsync(answer);
        return await submitted;
    }
}
