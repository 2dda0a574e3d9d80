using System.Collections;

namespace LiveSop.Workspace.Slack.Stage;

/// <summary>What happened, in order. Beyond its size it forgets the oldest. Reading it takes a copy.</summary>
internal sealed class Journal<T>(int size, Bell bell) : IEnumerable<T>
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _entries = new();

    /// <summary>Ever written, forgotten ones included.</summary>
    public long Total { get; private set; }

    public void Add(T entry)
    {
        lock (_gate)
        {
            Total++;
            _entries.Enqueue(entry);
            if (_entries.Count > size) _entries.Dequeue();
        }
        bell.Ring();
    }

    /// <summary>Forgets all, so that a test counts only what comes after.</summary>
    public void Clear()
    {
        lock (_gate) _entries.Clear();
    }

    public IEnumerator<T> GetEnumerator()
    {
        lock (_gate) return _entries.ToList().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
