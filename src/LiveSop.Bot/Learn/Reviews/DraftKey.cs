using System.Globalization;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>A draft as somebody looked at it, in a button's value or a modal's metadata. No permission.</summary>
internal readonly record struct DraftKey(DraftId Draft, int Revision)
{
    public ActionKey Key => ActionKey.Of(Draft.ToString(), Revision.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => Key.Value;

    /// <returns>Null where the text is none.</returns>
    public static DraftKey? Of(string? text) =>
        ActionKey.Parts(text, 2) is [var draft, var revision] && Guid.TryParse(draft, out var id) && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(new(id), number)
            : null;
}
