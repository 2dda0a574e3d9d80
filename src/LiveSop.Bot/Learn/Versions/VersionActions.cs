using System.Globalization;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Versions;

/// <summary>What can be done with a procedure that has versions. The first two carry a <see cref="VersionKey"/>, the others the procedure's id.</summary>
internal static class VersionActions
{
    public static readonly SlackAction Changes = new("version.changes");
    public static readonly SlackAction Restore = new("version.restore");
    public static readonly SlackAction History = new("sop.history");
    public static readonly SlackAction Audience = new("sop.audience");
    public static readonly SlackAction Retire = new("sop.retire");
}

/// <summary>One version of a procedure, in a button's value. No permission.</summary>
internal readonly record struct VersionKey(SopId Sop, int Version)
{
    public ActionKey Key => ActionKey.Of(Sop.ToString(), Version.ToString(CultureInfo.InvariantCulture));

    /// <returns>Null where the press carries none.</returns>
    public static VersionKey? Of(SlackPayload.BlockActions payload, SlackAction action) =>
        ActionKey.Parts(payload.Actions.FirstOrDefault(one => action.Is(one.ActionId))?.Value.AsText, 2) is [var sop, var version]
            && Guid.TryParse(sop, out var id) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(new(id), number)
            : null;
}
