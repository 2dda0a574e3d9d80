using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Library;

/// <summary>Where in Slack a message stands: <c>https://NAME.slack.com/archives/CHANNEL/pTS</c>. Slack shows it to those alone who may read the channel.</summary>
internal sealed class Permalinks(Uri workspace)
{
    /// <returns>Null where the workspace's address is not known.</returns>
    public static async Task<Permalinks?> OfAsync(UnitOfWork unit, CancellationToken stop) =>
        Uri.TryCreate(await unit.Db.Workspaces.Select(one => one.Url).SingleOrDefaultAsync(stop), UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? new(url!) : null;

    /// <param name="label">What it reads as.</param>
    /// <returns>Null where it stands in no channel.</returns>
    public WebLink? Of(EvidencePlace place, string ts, UntrustedText label) => place.Channel is { } channel && ts.Length > 0 && ts.All(c => char.IsAsciiDigit(c) || c == '.')
        ? new WebLink(new Uri(workspace, $"archives/{Uri.EscapeDataString(channel.Value)}/p{ts.Replace(".", "", StringComparison.Ordinal)}"), label)
        : null;

    /// <summary>Of the first message of a case.</summary>
    public WebLink? OfCase(SopCaseRow one, UntrustedText label) => Of(one.Place, one.CaseId[(one.CaseId.LastIndexOf(':') + 1)..], label);
}
