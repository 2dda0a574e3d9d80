using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Digests;
using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Digest;

/// <summary>Requests that nobody has taken up, in the channels that a person is in and the bot hears.</summary>
internal static class AgeingTalk
{
    private const int LongestWords = 90;

    /// <summary>So many are looked at again; a person reads fewer.</summary>
    private const int MostLookedAt = 20;

    /// <summary>In the viewer's scope.</summary>
    public static async Task<IReadOnlyList<Unanswered>> OfAsync(UnitOfWork unit, Scope.Viewer viewer, DateTimeOffset now, CancellationToken stop)
    {
        var own = unit.Db.ChannelMembers.Where(one => one.UserId == viewer.User).Select(one => one.ChannelId);
        var channels = await unit.Db.Channels
            .Where(one => one.BotIsMember && !one.IsArchived && (one.Kind == ChannelKind.Public || one.Kind == ChannelKind.Private) && own.Contains(one.ChannelId))
            .Select(one => one.ChannelId).ToListAsync(stop);
        if (channels.Count == 0) return [];
        var talks = Ageing.Of(await Talk.ReadAsync(unit, channels, now - Ageing.Oldest, stop), now).Take(MostLookedAt).ToList();
        var links = await Permalinks.OfAsync(unit, stop);
        var found = new List<Unanswered>();
        foreach (var talk in talks)
            if (!await IsForBotAsync(unit, talk, stop)) found.Add(Read(talk, links));
        return found;
    }

    private static Unanswered Read(Incident talk, Permalinks? links)
    {
        var words = new UntrustedText(talk.Messages[0].Text).OnOneLine().Fit(LongestWords);
        return new(new(talk.Place), Asker(talk.Requester), words, talk.StartedAt, links?.Of(new(talk.Place), Ts(talk).Value, words));
    }

    /// <summary>An app has no account to be named by.</summary>
    private static Mrkdwn Asker(Person asker) => asker.Id is ['U' or 'W', ..] ? Mrkdwn.Of($"{new UserId(asker.Id)}") : Mrkdwn.Of($"{(UntrustedText)asker.Name}");

    /// <summary>What was said to the bot waits for no person.</summary>
    private static async Task<bool> IsForBotAsync(UnitOfWork unit, Incident talk, CancellationToken stop)
    {
        var (channel, ts) = (new ChannelId(talk.Place), Ts(talk));
        var bot = await unit.Db.Workspaces.Select(one => one.BotUserId).SingleOrDefaultAsync(stop);
        var text = await unit.Db.Messages.Where(one => one.ChannelId == channel && one.Ts == ts).Select(one => one.Text).FirstOrDefaultAsync(stop);
        return text?.Contains($"<@{bot}", StringComparison.Ordinal) == true;
    }

    private static MessageTs Ts(Incident talk) => new(((SourceRef.Slack)talk.Messages[0].Source).Ts);
}
