namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A field of a form with its label, at most 2,000 characters. Its <see cref="Block.BlockId"/> names the value in the submission.</summary>
internal sealed record Input(PlainText Label, IInputElement Element) : Block
{
    public PlainText Label { get; } = Label.Within(2_000, "input.label");

    public IInputElement Element { get; } = Element;

    public PlainText? Hint { get; init => field = value?.Within(2_000, "input.hint"); }

    public bool Optional { get; init; }

    /// <summary>Every change is reported at once as an action, before any submission.</summary>
    public bool DispatchAction { get; init; }
}
