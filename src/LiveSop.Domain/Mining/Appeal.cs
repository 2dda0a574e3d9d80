namespace LiveSop.Domain.Mining;

/// <summary>
/// What mining strives for: fitness and precision, fitness counting twice, because a step that people took and the tree lacks
/// misleads more than a step it allows in vain; and of equals the simpler tree.
/// </summary>
internal sealed class Appeal(PrefixTree prefixes)
{
    /// <summary>Weight of fitness over precision in the harmonic mean (the square of van Rijsbergen's beta).</summary>
    private const double Weight = 2;

    /// <summary>What a node must bring to be worth reading.</summary>
    private const double PerNode = 0.0005;

    private readonly PrefixReplay replay = new(prefixes);

    /// <summary>What one measurement costs, in prefixes: reading the tree takes time, too.</summary>
    public int Effort => prefixes.Nodes.Count + 100;

    public double Of(ProcessTree tree)
    {
        var (fitness, precision) = replay.Run(tree, wary: true);
        return fitness + precision <= 0 ? 0 : (1 + Weight) * fitness * precision / (Weight * precision + fitness) - PerNode * tree.Size();
    }
}
