using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>The spaces into which somebody may bring files, or why there is none.</summary>
internal sealed record ImportSpaces(IReadOnlyList<SpaceRow> Spaces, Mrkdwn? Refusal)
{
    public static async Task<ImportSpaces> OfAsync(SlackContext context, Authorities authorities, UserId user, CancellationToken stop)
    {
        var authority = await authorities.OfAsync(context.Unit, context.Workspace, user, stop);
        var all = await Audience.Spaces.AllAsync(context.Unit, context.Workspace, context.Now, stop);
        // An admin may do anything anywhere, but sees what belongs to a space only as one of its people.
        List<SpaceRow> own = [.. all.Where(space => authority.May(Deed.Import, space.SpaceId.Value) is Clearance.Granted && (space.IsDefault || authority.Roles.ContainsKey(space.SpaceId.Value)))];
        if (own.Count > 0) return new(own, null);
        var refused = authority.May(Deed.Import, all[0].SpaceId.Value) as Clearance.Refused;
        return new([], refused is null ? Mrkdwn.Of($"You are in no space yet; give yourself a role in one with `/sop settings`.") : await Audience.Refusal.WordsAsync(context, authorities, refused, stop));
    }

    /// <summary>Asked again when they confirm: it may have changed.</summary>
    public SpaceRow? Chosen(string? id) => Spaces.FirstOrDefault(space => space.SpaceId.ToString() == id);
}
