using System.Security.Cryptography;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace LiveSop.Bot.Slack.Web;

/// <summary>
/// What is tried again without asking the caller: reads whenever it may help, writes only when it is certain that nothing happened.
/// </summary>
internal sealed class Retries
{
    private const int Repetitions = 5;

    private readonly ResiliencePipeline<SlackAnswer> reads;
    private readonly ResiliencePipeline<SlackAnswer> writes;
    private readonly ResiliencePipeline<SlackAnswer> attempt;

    /// <param name="onRetry">Told the failed attempt and how long it will wait.</param>
    public Retries(WebOptions options, TimeProvider time, Action<SlackCallException, TimeSpan> onRetry)
    {
        reads = Repeated(options, time, onRetry, failure => failure is SlackFailure.Transient or SlackFailure.Ambiguous);
        writes = Repeated(options, time, onRetry, failure => failure is SlackFailure.Transient { WasSent: false });
        attempt = new ResiliencePipelineBuilder<SlackAnswer> { TimeProvider = time }.AddTimeout(options.AttemptTimeout).Build();
    }

    public async Task<SlackAnswer> RunAsync(SlackMethod method, Func<CancellationToken, Task<SlackAnswer>> once, CancellationToken cancellation) =>
        await (method.IsRead ? reads : writes).ExecuteAsync(async stop => await once(stop), cancellation);

    /// <summary>Within the time that one attempt has.</summary>
    public async Task<SlackAnswer> InTimeAsync(SlackMethod method, Func<CancellationToken, Task<SlackAnswer>> once, CancellationToken cancellation)
    {
        try
        {
            return await attempt.ExecuteAsync(async stop => await once(stop), cancellation);
        }
        catch (TimeoutRejectedException late)
        {
            throw new SlackCallException(method, new SlackFailure.Ambiguous("no answer in time"), "timeout", late);
        }
    }

    private static ResiliencePipeline<SlackAnswer> Repeated(
        WebOptions options, TimeProvider time, Action<SlackCallException, TimeSpan> onRetry, Func<SlackFailure, bool> isSafe) =>
        new ResiliencePipelineBuilder<SlackAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<SlackAnswer>
            {
                MaxRetryAttempts = Repetitions,
                ShouldHandle = args => new(args.Outcome.Exception is SlackCallException { Failure: var failure }
                    && (failure is SlackFailure.RetryAfter { Delay: var delay } ? delay <= options.LongestWait : isSafe(failure))),
                DelayGenerator = args => new(Delay(args.Outcome.Exception, args.AttemptNumber)),
                OnRetry = args =>
                {
                    if (args.Outcome.Exception is SlackCallException failed) onRetry(failed, args.RetryDelay);
                    return default;
                },
            })
            .Build();

    // What Slack asks for is enough, and only spread; without its word 1, 2, 4, 8, 16 seconds, and up to half as much again.
    private static TimeSpan? Delay(Exception? failed, int attempt)
    {
        if (failed is SlackCallException { Failure: SlackFailure.RetryAfter { Delay: var asked } }) return asked + UpTo(TimeSpan.FromMilliseconds(500));
        var backOff = TimeSpan.FromSeconds(1 << attempt);
        return backOff + UpTo(backOff / 2);
    }

    private static TimeSpan UpTo(TimeSpan most) =>
        TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)most.TotalMilliseconds + 1));
}
