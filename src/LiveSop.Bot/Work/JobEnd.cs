namespace LiveSop.Bot.Work;

/// <summary>How a job's turn ended.</summary>
internal abstract record JobEnd
{
    private JobEnd() { }

    public static JobEnd Finished { get; } = new Done();

    public sealed record Done : JobEnd;

    /// <summary>There is more to do, and it has to wait: for its rate limit, or to let others have a turn. Its worker is free meanwhile.</summary>
    public sealed record Later(TimeSpan Wait) : JobEnd;
}
