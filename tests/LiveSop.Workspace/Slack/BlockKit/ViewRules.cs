using System.Text.Json;
using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>Modals and Home tabs.</summary>
internal static class ViewRules
{
    private const string At = "/view";

    private static readonly Rule Blocks = Rules.List(BlockRules.InView, 100, least: 0);

    private static readonly Shape Modal = Either("modal")
        .Must("title", TextRules.Plain(24)).May("submit", TextRules.Plain(24)).May("close", TextRules.Plain(24))
        .May("clear_on_close", Rules.Flag).May("notify_on_close", Rules.Flag).May("submit_disabled", Rules.Flag).And(HasSubmit);

    private static readonly Shape Home = Either("home").And(NoFiles);

    /// <param name="type"><c>modal</c> or <c>home</c>.</param>
    public static void Check(JsonElement view, string type, Problems problems)
    {
        (type == "home" ? Home : Modal).Check(view, At, problems);
        if (view.Get("blocks") is not { } blocks) return;
        Uniqueness.Check(blocks, At + "/blocks", problems);
        Uniqueness.OneFocus(blocks, At + "/blocks", problems);
    }

    private static Shape Either(string type) => new Shape()
        .Must("type", Rules.OneOf(type)).Must("blocks", Blocks).May("private_metadata", Rules.Text(3000, 0)).May("callback_id", Rules.Text(255, 0)).May("external_id", Rules.Text(255, 0));

    private static void HasSubmit(JsonElement modal, string at, Problems problems)
    {
        if (modal.Get("submit") is null && modal.Items("blocks").Any(b => b.Text("type") == "input")) problems.Add("missing required field: submit (there are input blocks)", at);
    }

    private static void NoFiles(JsonElement home, string at, Problems problems)
    {
        if (Elements.In(home.Get("blocks")).Any(p => p.Type == "file_input")) problems.Add("unsupported type: file_input", at + "/blocks");
    }
}
