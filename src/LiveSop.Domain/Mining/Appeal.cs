namespace LiveSop.Domain.Mining;

/// <summary>What mining strives for: the harmonic mean of fitness and precision, and of equals the simpler tree.</summary>
internal sealed class Appeal(PrefixTree prefixes)
{
    /// <summary>What a node must bring to be worth reading.</summary>
    private const double PerNode = 0.0005;

    private readonly PrefixReplay replay = new(prefixes);

    /// <summary>What one measurement costs, in prefixes: reading the tree takes time, too.</summary>
    public int Effort => prefixes.Nodes.Count + 100;

    public double Of(ProcessTree tree) => replay.Run(tree, wary: true).F - PerNode * tree.Size();
}
