using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>“Not this one”: which it is instead, if any. What is chosen teaches.</summary>
internal static class NotThisModal
{
    public static readonly SlackAction Callback = new("match.not.view");

    private static readonly SlackAction Choice = new("match.not.choice");
    private static readonly PlainText Title = PlainText.Of($"Not this one");
    private const string None = "none";

    /// <summary>Of a menu's hundred, one is "none of these".</summary>
    private const int MostOffered = 99;

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"One moment …"));

    public static Modal Saving(SlackPayload.ViewSubmission submission) => Say(Mrkdwn.Of($"Noting it …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Title, [new Section(text)]) { Close = PlainText.Of($"Close") };

    /// <param name="others">In force, and readable to whoever pressed.</param>
    public static Modal Render(ThreadId thread, IReadOnlyList<SopRow> others)
    {
        Option[] options = [new(PlainText.Of($"None of my procedures"), ActionKey.Of(None)), .. others.Take(MostOffered).Select(one => new Option(PlainText.Of($"SOP {one.Number} · {one.Title}"), ActionKey.Of(one.SopId.ToString())))];
        return new(Callback, Title,
        [
            new Input(PlainText.Of($"Which one is it?"), new StaticSelect(Choice, options) { InitialOption = options[0] }) { BlockId = nameof(Form.Sop) },
            new Context(Mrkdwn.Of($"I learn from your answer. Three of these in a row, and I no longer show the procedure by myself.")),
        ], PlainText.Of($"Save"))
        {
            Close = PlainText.Of($"Cancel"),
            PrivateMetadata = MatchActions.Key(thread).Value,
        };
    }

    /// <param name="Sop">Null for none.</param>
    internal sealed record Form(Guid? Sop)
    {
        public static Form Of(SlackView view) => new(Guid.TryParse(view.State[nameof(Sop)].AsText, out var id) ? id : null);
    }
}
