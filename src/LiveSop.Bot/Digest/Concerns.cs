using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Digests;

namespace LiveSop.Bot.Digest;

/// <summary>What concerns one person now, of what they may read.</summary>
/// <param name="Decisions">Drafts that wait for them: what drift proposes first, then what waits longest.</param>
/// <param name="Changes">The latest first; not what they approved themselves.</param>
/// <param name="Ageing">The oldest first.</param>
/// <param name="Recurring">Those with the most cases first.</param>
internal sealed record Concerns(IReadOnlyList<UnderReview> Decisions, IReadOnlyList<InForce> Changes, IReadOnlyList<Unanswered> Ageing, IReadOnlyList<Recurring> Recurring)
{
    /// <param name="since">When they were told last.</param>
    public DigestTally Tally(DateTimeOffset since) => new(Decisions.Count, Changes.Count, Ageing.Count, Recurring.Count, Recurring.Count(one => one.FoundAt > since));
}

/// <summary>A version that came into force.</summary>
internal sealed record InForce(SopRow Sop, SopVersionRow Version);

/// <summary>A request that nobody has taken up.</summary>
/// <param name="Words">How it begins.</param>
/// <param name="Link">Null where the workspace's address is not known.</param>
internal sealed record Unanswered(ChannelId Channel, Mrkdwn Asker, UntrustedText Words, DateTimeOffset At, WebLink? Link);

/// <summary>A kind of case that comes again and again, and has no procedure in force.</summary>
internal sealed record Recurring(SopRow Sop, int Cases, DateTimeOffset FoundAt);
