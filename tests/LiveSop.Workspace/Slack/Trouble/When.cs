namespace LiveSop.Workspace.Slack.Trouble;

/// <summary>How often a trouble strikes among the occasions it has.</summary>
internal sealed record When
{
    private When() { }

    public static When Always { get; } = new();

    /// <summary>Every so many occasions; 1 is each.</summary>
    public int Each { get; private init; } = 1;

    /// <summary>In [0, 1].</summary>
    public double Probability { get; private init; } = 1;

    public int AtMost { get; private init; } = int.MaxValue;

    /// <summary>The third, the sixth, …</summary>
    public static When Every(int occasions) => new() { Each = occasions };

    public static When Chance(double probability) => new() { Probability = probability };

    /// <summary>The next so many, then never again.</summary>
    public static When Next(int occasions) => new() { AtMost = occasions };

    public When UpTo(int times) => this with { AtMost = times };
}
