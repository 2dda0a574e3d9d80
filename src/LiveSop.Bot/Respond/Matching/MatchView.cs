using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>A match as it is shown.</summary>
/// <param name="Next">What it may be as well; null where there is nothing.</param>
/// <param name="Confidence">From 0 to 1; 1 where a person said so.</param>
/// <param name="Past">Cases that were like it, the likest first; only such as whoever is shown this may read.</param>
internal sealed record MatchView(ThreadId Thread, Shelved Found, Shelved? Next, double Confidence, IReadOnlyList<PastCase> Past);

/// <summary>A case that is over, in a few words: what was asked, with a link, and how it ended.</summary>
internal sealed record PastCase(WebLink Link, Mrkdwn Ending);
