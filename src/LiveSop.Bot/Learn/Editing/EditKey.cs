using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>What somebody edits: a draft of a procedure, which need not be there before it is saved.</summary>
internal readonly record struct EditKey(SopId Sop, DraftId Draft)
{
    public override string ToString() => ActionKey.Of(Sop.ToString(), Draft.ToString()).Value;

    /// <returns>Null where the text is none.</returns>
    public static EditKey? Of(string? text) =>
        ActionKey.Parts(text, 2) is [var sop, var draft] && Guid.TryParse(sop, out var one) && Guid.TryParse(draft, out var other) ? new(new(one), new(other)) : null;
}
