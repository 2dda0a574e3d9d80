namespace LiveSop.Benchmarks.Load;

/// <summary>What became of everything that was said, once all is quiet.</summary>
/// <param name="Lost">Said and not in the bot's table.</param>
/// <param name="Unsaid">In the table and never said.</param>
/// <param name="Unanswered">Questions without an answer.</param>
/// <param name="AnsweredTwice">Questions with more than one.</param>
/// <param name="Answers">From the question to the answer in the channel.</param>
/// <param name="Handled">From when something was said until the transaction that handled it began.</param>
internal sealed record Verdict(int Said, int Lost, int Unsaid, int Asked, int Unanswered, int AnsweredTwice, Times Answers, Times Handled)
{
    public bool IsClean => Lost + Unsaid + Unanswered + AnsweredTwice == 0;

    public static async Task<Verdict> OfAsync(Crowd crowd, BotListener bot, CancellationToken stop)
    {
        var heard = await bot.HeardAsync(stop);
        var answers = crowd.Answers().ToList();
        var perQuestion = answers.CountBy(answer => answer.Question).ToDictionary();
        return new Verdict(
            crowd.Said.Count,
            crowd.Said.Count(said => !heard.Contains(said)),
            heard.Count(one => !crowd.Said.Contains(one)),
            crowd.Asked.Count,
            crowd.Asked.Count - perQuestion.Count,
            perQuestion.Values.Count(count => count > 1),
            Times.Of(answers.Select(answer => answer.After.TotalMilliseconds)),
            await bot.HandledAfterAsync(stop));
    }
}
