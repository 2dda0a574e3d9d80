using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Versions;

/// <summary>Who may read a procedure, and the channels it was mined from.</summary>
/// <param name="Sources">Those that the viewer may see.</param>
/// <param name="Hidden">How many more there are.</param>
internal sealed record SopReaders(SopRow Sop, IReadOnlyList<ChannelRow> Sources, int Hidden)
{
    /// <summary>In a viewer's scope.</summary>
    public static async Task<SopReaders> OfAsync(UnitOfWork unit, SopRow sop, CancellationToken stop)
    {
        var places = await unit.Db.SopSources.Where(one => one.SopId == sop.SopId).Select(one => one.Place.Value).ToListAsync(stop);
        var sources = (await unit.Db.Channels.AsNoTracking().ToListAsync(stop)).Where(channel => places.Contains(channel.ChannelId.Value)).OrderBy(channel => channel.Name, StringComparer.Ordinal).ToList();
        return new(sop, sources, places.Count - sources.Count);
    }
}

/// <summary>Asks who may read a procedure that is in force.</summary>
internal static class AudienceModal
{
    public static readonly SlackAction Callback = new("sop.audience.view");

    private static readonly SlackAction Choice = new("sop.audience.choice");
    private static readonly PlainText Title = PlainText.Of($"Who may read it");

    /// <summary>What was chosen.</summary>
    internal sealed record Form(SopAudience? Audience)
    {
        public static Form Of(SlackView view) => new(Enum.TryParse<SopAudience>(view.State[nameof(Audience)].AsText, out var audience) ? audience : null);
    }

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Looking who may read it …"));

    public static Modal Saving() => Say(Mrkdwn.Of($"Saving …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Title, [new Section(text)]) { Close = PlainText.Of($"Close") };

    public static Modal Render(SopReaders readers) => new(Callback, Title,
    [
        new Section(SopText.Name(readers.Sop)),
        .. AudienceChoice.Warning(readers.Sources, readers.Hidden) is { } warning ? [new Section(warning)] : Array.Empty<Block>(),
        AudienceChoice.Field(Choice, nameof(Form.Audience), readers.Sop.Audience),
        new Context(Mrkdwn.Of($"It holds at once, for the version in force, those before it and drafts. The messages behind it are shown to those alone who may read where they were said.")),
    ], PlainText.Of($"Save"))
    {
        Close = PlainText.Of($"Cancel"),
        PrivateMetadata = ActionKey.Of(readers.Sop.SopId.ToString(), readers.Sop.Audience.ToString()).Value,
    };
}
