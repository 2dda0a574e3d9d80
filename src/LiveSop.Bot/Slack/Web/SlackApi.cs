using System.Diagnostics;
using LiveSop.Bot.Telemetry;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.Web;

/// <summary>
/// One workspace's Web API. Calls are paced, repeated where that is safe, and otherwise fail with <see cref="SlackCallException"/>.
/// Safe for use by many at once.
/// </summary>
internal sealed partial class SlackApi
{
    private readonly SlackPace? pace;
    private readonly Retries retries;
    private readonly SlackWire wire;
    private readonly TimeSpan longestWait;
    private readonly ILogger logger;

    /// <param name="http">From <see cref="SlackHttp"/>; may be shared by all workspaces.</param>
    /// <param name="tokens">Asked at every call, so that a token can be replaced while the bot runs.</param>
    public SlackApi(HttpClient http, Func<SlackTokens> tokens, WebOptions options, TimeProvider time, ILogger<SlackApi> logger)
    {
        this.logger = logger;
        longestWait = options.LongestWait;
        pace = options.Limits ? new SlackPace(time) : null;
        retries = new Retries(options, time, (failed, delay) => LogRetry(failed.Method.Name, failed.Code, delay.TotalSeconds));
        wire = new SlackWire(http, tokens, options.ApiUrl);
        Conversations = new ConversationMethods(this);
        Files = new FileMethods(this, new FileWire(http, tokens, new SlackHosts(options.ApiUrl), time));
    }

    /// <summary>Called when Slack refuses the bot's token, whatever was being done with it. It must return at once.</summary>
    public Action? OnDeadToken { get; init; }

    public AppMethods Apps => new(this);

    public AuthMethods Auth => new(this);

    public TeamMethods Team => new(this);

    public ConversationMethods Conversations { get; }

    public UserMethods Users => new(this);

    public UserGroupMethods UserGroups => new(this);

    public ChatMethods Chat => new(this);

    public ViewMethods Views => new(this);

    public ReactionMethods Reactions => new(this);

    public FileMethods Files { get; }

    /// <summary>Calls a method. What the method wants to be so already is a success.</summary>
    /// <exception cref="SlackCallException">It failed, and repeating it did not help or was not safe.</exception>
    public Task<SlackAnswer> CallAsync(SlackMethod method, Form arguments, CancellationToken cancellation = default) =>
        retries.RunAsync(method, stop => AttemptAsync(method, arguments, stop), cancellation);

    /// <summary>How long a call made now would wait for the method's limit.</summary>
    public TimeSpan Ahead(SlackMethod method) => pace?.Ahead(method) ?? TimeSpan.Zero;

    /// <summary>How many calls could be made now without waiting for the method's limit.</summary>
    public int Ready(SlackMethod method) => pace?.Ready(method) ?? int.MaxValue;

    /// <summary>Slack grants this installation less of the method than its documentation says.</summary>
    internal void Reduce(SlackMethod method, Allowance to)
    {
        pace?.Reduce(method, to);
        LogReduced(method.Name, to.PerMinute);
    }

    private async Task<SlackAnswer> AttemptAsync(SlackMethod method, Form arguments, CancellationToken cancellation)
    {
        if (pace is not null)
        {
            // The method is held back for longer than anybody should be kept waiting without a word.
            if (pace.Ahead(method) is var ahead && ahead > longestWait)
                throw new SlackCallException(method, new SlackFailure.RetryAfter(ahead), "ratelimited");
            await pace.WaitAsync(method, arguments["channel"], cancellation);
        }
        using var span = Spans.Call(method.Name);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var answer = await retries.InTimeAsync(method, stop => wire.ExchangeAsync(method, arguments, stop), cancellation);
            Instruments.Called(method.Name, Stopwatch.GetElapsedTime(begun), error: null);
            foreach (var message in ErrorCodes.Messages(answer.Body)) LogRemark(method.Name, WithoutQuotes(message));
            return answer;
        }
        catch (SlackCallException failed)
        {
            Instruments.Called(method.Name, Stopwatch.GetElapsedTime(begun), failed.Code);
            span.Fail(failed.Code);
            Mind(method, failed.Failure);
            throw;
        }
    }

    private void Mind(SlackMethod method, SlackFailure failure)
    {
        switch (failure)
        {
            case SlackFailure.RetryAfter { Delay: var delay }:
                Instruments.Waited(method.Name, "retry_after", delay);
                pace?.Hold(method, delay);
                break;
            case SlackFailure.DeadCredentials when !method.IsForApp:
                OnDeadToken?.Invoke();
                break;
            case SlackFailure.OurFault { Messages: var messages }:
                foreach (var message in messages) LogRemark(method.Name, WithoutQuotes(message));
                break;
        }
    }

    // Where Slack quotes what we sent, it may be what somebody said.
    private static string WithoutQuotes(string remark) => Quoted().Replace(remark, "…");

    [GeneratedRegex("""("[^"]*"?)|('[^']*'?)|(`[^`]*`?)|(“[^”]*”?)""", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} failed ({Code}); again in {Seconds:0.0} s")]
    private partial void LogRetry(string method, string code, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack remarks on {Method}: {Remark}")]
    private partial void LogRemark(string method, string remark);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "This installation is on the reduced history tier: {Method} is allowed {PerMinute} call(s) a minute. Reading history will be slow. "
            + "Create the app in the workspace itself, from the manifest, to be free of it")]
    private partial void LogReduced(string method, int perMinute);
}
