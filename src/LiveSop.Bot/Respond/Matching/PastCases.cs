using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>Cases that were like a request, as far as those may read them who are shown them.</summary>
internal static class PastCases
{
    /// <param name="unit">In the scope of one person.</param>
    public static Task<IReadOnlyList<PastCase>> OfViewerAsync(UnitOfWork unit, Request request, CancellationToken stop) => Task.FromResult<IReadOnlyList<PastCase>>([]);

    /// <param name="unit">In the workspace's miner scope.</param>
    public static Task<IReadOnlyList<PastCase>> OfChannelAsync(UnitOfWork unit, Request request, CancellationToken stop) => Task.FromResult<IReadOnlyList<PastCase>>([]);
}
