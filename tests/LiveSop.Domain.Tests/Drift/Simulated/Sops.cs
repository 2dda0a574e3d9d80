namespace LiveSop.Domain.Tests.Drift.Simulated;

/// <summary>Two ways to draw procedures, of 5 to 14 steps each.</summary>
internal static class Sops
{
    /// <summary>A sequence of blocks, most of one step.</summary>
    public static Way Blocks(Random random)
    {
        var (steps, next, parts) = (random.Next(5, 15), 0, new List<Way>());
        Way Step() => new Way.Step(next++);
        Way Some() => steps - next > 1 && random.Next(3) == 0 ? new Way.InOrder([Step(), Step()]) : Step();
        while (next < steps)
        {
            var kind = steps - next < 4 ? 0 : random.Next(10);
            parts.Add(kind switch
            {
                < 5 => Step(),
                < 7 => new Way.Either(Some(), Some(), Share(random)),
                7 => new Way.Either(Some(), null, Share(random)),
                8 => new Way.AnyOrder([Some(), Some()]),
                _ => new Way.Again(Some(), random.Next(2) == 0 ? Step() : null, 0.1 + 0.3 * random.NextDouble()),
            });
        }
        return new Way.InOrder(parts);
    }

    /// <summary>Blocks within blocks.</summary>
    public static Way Nested(Random random)
    {
        var next = 0;
        return Split(random.Next(5, 15), 0, random, () => new Way.Step(next++));
    }

    private static Way Split(int steps, int depth, Random random, Func<Way> step)
    {
        if (steps == 1) return depth > 1 && random.Next(8) == 0 ? new Way.Either(step(), null, Share(random)) : step();
        var first = random.Next(1, steps);
        var kind = depth == 0 ? 0 : random.Next(10);
        Way One() => Split(first, depth + 1, random, step);
        Way Two() => Split(steps - first, depth + 1, random, step);
        if (kind < 6) return new Way.InOrder([One(), Two()]);
        if (kind < 8) return new Way.Either(One(), Two(), Share(random));
        return kind == 8 ? new Way.AnyOrder([One(), Two()]) : new Way.Again(One(), Two(), 0.1 + 0.3 * random.NextDouble());
    }

    private static double Share(Random random) => 0.2 + 0.6 * random.NextDouble();
}
