namespace LiveSop.Domain.Running;

/// <summary>What became of something that somebody, or a recognised message, wanted of a run.</summary>
public abstract record RunChange
{
    private RunChange() { }

    public sealed record Changed(Run Run) : RunChange;

    public sealed record Unchanged(WhyNot Why) : RunChange
    {
        /// <summary>One sentence to whoever pressed.</summary>
        public string Say() => Why switch
        {
            WhyNot.AlreadySo => "That is so already.",
            WhyNot.Over => "This run is finished; reopen it to change it.",
            WhyNot.UnknownStep => "That step is not in the version that this run follows.",
            WhyNot.UnknownChoice => "There is no such choice in the version that this run follows.",
            WhyNot.UnknownLoop => "There is nothing to repeat there in the version that this run follows.",
            WhyNot.StepDone => "That step is done; uncheck it first.",
            WhyNot.RoundNotDone => "It has not been done once yet, so it cannot be done again.",
            _ => throw new InvalidOperationException(Why.ToString()),
        };
    }
}

/// <summary>Why a run stays as it is.</summary>
public enum WhyNot
{
    /// <summary>A second click, or a repeated delivery: nothing to do and nothing wrong.</summary>
    AlreadySo,
    Over,
    UnknownStep,
    UnknownChoice,
    UnknownLoop,
    StepDone,
    RoundNotDone,
}
