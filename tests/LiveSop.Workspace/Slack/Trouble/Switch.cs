namespace LiveSop.Workspace.Slack.Trouble;

/// <summary>A trouble that is switched on. Disposing it ends the trouble.</summary>
internal sealed class Switch(When when, Dice dice, Action<Switch> off) : IDisposable
{
    private readonly Lock _gate = new();
    private int _occasions;

    /// <summary>How often it struck.</summary>
    public int Count { get; private set; }

    public void Dispose() => off(this);

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
