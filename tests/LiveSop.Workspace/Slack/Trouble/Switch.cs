namespace LiveSop.Workspace.Slack.Trouble;

/// <summary>A trouble that is switched on. Disposing it ends the trouble.</summary>
internal sealed class Switch(When when, Dice dice, Action<Switch> off) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private int _occasions;

    /// <summary>How often it struck.</summary>
    public int Count { get; private set; }

    /// <summary>Cancelled once it is off: what hangs ends then.</summary>
    internal CancellationToken Ended => _ended.Token;

    public void Dispose()
    {
        off(this);
        _ended.Cancel();
    }

    internal bool Strikes()
    {
        lock (_gate)
        {
            if (Count >= when.AtMost || ++_occasions % when.Each != 0 || (when.Probability < 1 && !dice.Chance(when.Probability))) return false;
            Count++;
            return true;
        }
    }
}
