using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Slack.Markup;

/// <summary>What a message says: its text, else what its app put elsewhere; and the names of its files, never their links.</summary>
internal sealed class MessageText(Mrkdwn mrkdwn)
{
    /// <summary>Empty where nothing was said and no file shown.</summary>
    public string Of(Said said) =>
        Plain.Text(string.Join('\n', Shown(said.Files).Select(Note).Prepend(mrkdwn.Resolve(Raw(said)))));

    /// <summary>The same with Slack's escapes and references as they stand, to be resolved when it is read.</summary>
    public static string Unresolved(Said said) => string.Join('\n', Shown(said.Files).Select(file => Mrkdwn.Escape(Note(file))).Prepend(Raw(said)).Where(part => part.Length > 0));

    public static int FileCount(Said said) => Shown(said.Files).Count();

    private static string Raw(Said said)
    {
        if (!string.IsNullOrWhiteSpace(said.Text)) return said.Text;
        var blocks = BlockText.OfBlocks(said.Blocks);
        return blocks.Length > 0 ? blocks : BlockText.OfAttachments(said.Attachments);
    }

    private static IEnumerable<SlackFile> Shown(IReadOnlyList<SlackFile> files) => files.Where(file => !file.IsGone);

    private static string Note(SlackFile file) =>
        (Plain.Name(file.Name) ?? Plain.Name(file.Title)) is { } name ? $"[file: {name}]" : "[file]";
}
