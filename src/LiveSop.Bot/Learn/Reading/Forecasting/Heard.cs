namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>A message of the channel itself, as a page of history shows it.</summary>
/// <param name="Replies">In its thread; 0 where it has none.</param>
internal readonly record struct Heard(DateTimeOffset At, int Replies)
{
    /// <summary>Calls that its thread needs. Each page repeats the thread's first message.</summary>
    /// <param name="page">Messages that a call gives at most.</param>
    public int ReplyCalls(int page) => Replies == 0 ? 0 : (Replies + page - 2) / (page - 1);
}
