namespace LiveSop.Workspace.Slack.Talk;

/// <summary>The messages of one channel, by time: the channel itself apart from its threads.</summary>
internal sealed class MessageLog
{
    private static readonly List<long> Nothing = [];

    private readonly Dictionary<long, Message> _all = [];
    private readonly List<long> _channel = [];
    private readonly Dictionary<long, List<long>> _threads = [];

    public int Count => _all.Count;

    /// <summary>Keys of what stands in the channel itself, oldest first. See <see cref="At"/>.</summary>
    public IReadOnlyList<long> Channel => _channel;

    public Message At(long key) => _all[key];

    /// <summary>Null where no such message is, or the text is not exactly its timestamp.</summary>
    public Message? Find(string? ts) => Ts.Parse(ts) is { } key && _all.TryGetValue(key, out var found) && found.Ts == ts ? found : null;

    /// <summary>Keys of the replies, oldest first, without the root.</summary>
    public IReadOnlyList<long> Replies(string rootTs) => Ts.Parse(rootTs) is { } key && _threads.TryGetValue(key, out var replies) ? replies : Nothing;

    public bool Holds(long key) => _all.ContainsKey(key);

    public void Add(Message message)
    {
        var key = Ts.Parse(message.Ts)!.Value;
        _all.Add(key, message);
        if (message.InChannel) Insert(_channel, key);
        if (message.ThreadTs is not { } root) return;
        var rootKey = Ts.Parse(root)!.Value;
        if (!_threads.TryGetValue(rootKey, out var replies)) _threads[rootKey] = replies = [];
        Insert(replies, key);
    }

    /// <summary>In the place of the one with its timestamp.</summary>
    public void Replace(Message message) => _all[Ts.Parse(message.Ts)!.Value] = message;

    public void Remove(Message message)
    {
        var key = Ts.Parse(message.Ts)!.Value;
        _all.Remove(key);
        Drop(_channel, key);
        if (message.ThreadTs is { } root && _threads.TryGetValue(Ts.Parse(root)!.Value, out var replies)) Drop(replies, key);
    }

    private static void Insert(List<long> keys, long key)
    {
        if (keys.Count == 0 || keys[^1] < key) keys.Add(key);
        else keys.Insert(~keys.BinarySearch(key), key);
    }

    private static void Drop(List<long> keys, long key)
    {
        if (keys.BinarySearch(key) is >= 0 and var at) keys.RemoveAt(at);
    }
}
