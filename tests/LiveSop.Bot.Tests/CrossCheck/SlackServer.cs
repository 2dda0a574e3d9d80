using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>What a client did with an envelope.</summary>
/// <param name="Payload">The answer in the acknowledgement; null or empty where there was none.</param>
public sealed record Receipt(bool Acked, JsonNode? Payload)
{
    public bool IsAnswered => Payload is JsonObject { Count: > 0 };
}

/// <summary>What a person said.</summary>
/// <param name="Acked">The client took all that Slack told of it, the first time.</param>
public sealed record Spoken(string Ts, bool Acked);

/// <summary>The client's sockets, as the server counts them.</summary>
/// <param name="Opened">Ever.</param>
/// <param name="Fewest">At once, since <see cref="SlackServer.WatchSocketsAsync"/>.</param>
public sealed record SocketCount(int Open, int Opened, int Fewest);

/// <summary>How a connection ends.</summary>
public enum Parting
{
    /// <summary>Slack says that it will end soon.</summary>
    Warning,

    /// <summary>Slack asks for another one, as it does every few hours.</summary>
    Refresh,

    /// <summary>Socket Mode is switched off in the app's settings, and right after on again.</summary>
    SwitchedOff,

    /// <summary>A bare close frame.</summary>
    Close,

    /// <summary>Without a word.</summary>
    Reset,
}

/// <summary>
/// A Slack that a test steers and reads: whoever runs a client against it does not know which one it is. There is one person, and one channel, which
/// the bot is in; all that is said is said there.
/// </summary>
public abstract class SlackServer : IAsyncDisposable
{
    public abstract Uri Api { get; }

    public abstract string BotToken { get; }

    public abstract string AppToken { get; }

    public abstract string Team { get; }

    public abstract string Channel { get; }

    public abstract string Person { get; }

    /// <summary>The bot's user id.</summary>
    public abstract string Bot { get; }

    /// <param name="thread">The message under which it is said.</param>
    public abstract Task<Spoken> SayAsync(string text, string? thread = null);

    /// <summary>Says it to the bot.</summary>
    public abstract Task<Spoken> MentionAsync(string text);

    /// <summary>Says it; the client hears of it only when Slack delivers it again.</summary>
    public abstract Task SayUnheardAsync(string text);

    public abstract Task EditAsync(string ts, string text);

    public abstract Task DeleteAsync(string ts);

    public abstract Task ReactAsync(string ts, string name);

    public abstract Task OpenHomeAsync();

    public abstract Task<Receipt> CommandAsync(string command, string text);

    /// <summary>Presses a button of a message.</summary>
    public abstract Task<Receipt> PressAsync(string ts, string actionId);

    /// <summary>Types into a menu of a message.</summary>
    public abstract Task<Receipt> SuggestAsync(string ts, string actionId, string typed);

    /// <param name="ts">The message it is used on; none for a global one.</param>
    public abstract Task<Receipt> ShortcutAsync(string callbackId, string? ts = null);

    /// <summary>Fills in one input of a modal, or leaves it empty, and submits it.</summary>
    public abstract Task<Receipt> SubmitAsync(string viewId, string actionId, string? value);

    public abstract Task CloseAsync(string viewId);

    /// <summary>Ends every connection.</summary>
    public abstract Task PartAsync(Parting how);

    /// <summary>The next calls of the method get 429.</summary>
    public abstract Task LimitAsync(string method, int times, int retryAfterSeconds);

    /// <summary>An envelope of any type.</summary>
    public abstract Task<Receipt> EnvelopeAsync(string type, JsonNode payload);

    /// <summary>A frame that need not be JSON.</summary>
    public abstract Task FrameAsync(string text);

    public abstract Task<SocketCount> SocketsAsync();

    /// <summary>From now on it is counted how few sockets there are.</summary>
    public abstract Task WatchSocketsAsync();

    /// <summary>The arguments of every call of a method so far, refused ones too.</summary>
    public abstract Task<IReadOnlyList<JsonNode>> CallsAsync(string method);

    /// <summary>The message as it is now, as Slack shows it to a person.</summary>
    public abstract Task<JsonNode> MessageAsync(string ts);

    /// <summary>What stands under a message, oldest first.</summary>
    public abstract Task<IReadOnlyList<JsonNode>> ThreadAsync(string ts);

    /// <summary>What only the person sees, oldest first.</summary>
    public abstract Task<IReadOnlyList<JsonNode>> WhispersAsync();

    /// <summary>Null where it is not, or no longer, open.</summary>
    public abstract Task<JsonNode?> ViewAsync(string viewId);

    /// <summary>The person's Home tab.</summary>
    public abstract Task<JsonNode?> HomeAsync();

    /// <summary>What the client did that Slack would not take, and was not told to refuse, by Slack's names.</summary>
    public abstract Task<IReadOnlyList<string>> FaultsAsync();

    public abstract ValueTask DisposeAsync();

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(20))
            if (await holds()) return;
        throw new TimeoutException($"waited in vain for {what}");
    }
}
