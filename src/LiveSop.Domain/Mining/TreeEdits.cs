namespace LiveSop.Domain.Mining;

/// <summary>The trees that one small change makes of a tree.</summary>
internal static class TreeEdits
{
    /// <summary>Changes at the root first, then in each child.</summary>
    public static IEnumerable<ProcessTree> Of(ProcessTree tree) =>
        AtRoot(tree).Concat(tree.Children().SelectMany((child, i) => Of(child).Select(changed => tree.With(i, changed))));

    private static IEnumerable<ProcessTree> AtRoot(ProcessTree tree) => tree switch
    {
        ProcessTree.Activity => Presence(tree).Append(Twice(tree)),
        ProcessTree.Sequence(var children) => Presence(tree).Concat(InSequence(children)),
        ProcessTree.Parallel(var children) => Presence(tree).Concat(InParallel(children)).Concat(Released(tree)),
        ProcessTree.Choice(var children) => InChoice(children).Concat(Released(tree)),
        ProcessTree.Loop(var body, var redo) => InLoop(body, redo).Concat(Released(tree)).Append(TreeShape.Optional(tree)),
        _ => [],
    };

    private static IEnumerable<ProcessTree> Presence(ProcessTree tree) => [TreeShape.Optional(tree), Again(tree), ProcessTree.Silent];

    private static ProcessTree.Loop Again(ProcessTree tree) => new(tree, ProcessTree.Silent);

    private static ProcessTree.Sequence Twice(ProcessTree tree) => new([tree, tree]);

    private static IEnumerable<ProcessTree> InSequence(IReadOnlyList<ProcessTree> children)
    {
        for (var from = 0; from < children.Count; from++)
            for (var to = from + 2; to <= children.Count; to++)
            {
                ProcessTree span = new ProcessTree.Sequence(children.Span(from, to));
                foreach (var changed in to - from == 2 ? InPair(children[from], children[from + 1]) : [TreeShape.Optional(span), Again(span)])
                    yield return new ProcessTree.Sequence([.. children.Span(0, from), changed, .. children.Span(to, children.Count)]);
            }
    }

    /// <summary>Neighbours swapped, made parallel, alternatives, optional or repeatable together, or one drawn into the other.</summary>
    private static IEnumerable<ProcessTree> InPair(ProcessTree first, ProcessTree second)
    {
        ProcessTree both = new ProcessTree.Sequence([first, second]);
        if (first is ProcessTree.Activity && first == second) yield return Again(first);
        yield return new ProcessTree.Sequence([second, first]);
        yield return new ProcessTree.Parallel([first, second]);
        yield return new ProcessTree.Choice([first, second]);
        yield return TreeShape.Optional(both);
        yield return Again(both);
        yield return new ProcessTree.Loop(first, second);
        yield return new ProcessTree.Sequence([both, TreeShape.Optional(first)]);
        for (var i = 0; i < first.Children().Count; i++)
            yield return first.With(i, new ProcessTree.Sequence([first.Children()[i], second]));
        for (var i = 0; i < second.Children().Count; i++)
            yield return second.With(i, new ProcessTree.Sequence([first, second.Children()[i]]));
    }

    /// <summary>The beginning or the end of one of its sequences taken out of a block.</summary>
    private static IEnumerable<ProcessTree> Released(ProcessTree block)
    {
        for (var i = 0; i < block.Children().Count; i++)
        {
            if (block.Children()[i] is not ProcessTree.Sequence(var steps)) continue;
            yield return new ProcessTree.Sequence([steps[0], block.With(i, new ProcessTree.Sequence(steps.Without(0)))]);
            yield return new ProcessTree.Sequence([block.With(i, new ProcessTree.Sequence(steps.Without(steps.Count - 1))), steps[^1]]);
        }
    }

    /// <summary>One child goes first or last, or two of several take turns in one order.</summary>
    private static IEnumerable<ProcessTree> InParallel(IReadOnlyList<ProcessTree> children)
    {
        for (var i = 0; i < children.Count; i++)
        {
            ProcessTree rest = new ProcessTree.Parallel(children.Without(i));
            yield return new ProcessTree.Sequence([children[i], rest]);
            yield return new ProcessTree.Sequence([rest, children[i]]);
            for (var j = 0; j < children.Count && children.Count > 2; j++)
                if (i != j)
                    yield return new ProcessTree.Parallel([.. children.Without(Math.Max(i, j)).Without(Math.Min(i, j)), new ProcessTree.Sequence([children[i], children[j]])]);
        }
    }

    /// <summary>A branch left out, or taken out to be optional before or after the others.</summary>
    private static IEnumerable<ProcessTree> InChoice(IReadOnlyList<ProcessTree> children)
    {
        for (var i = 0; i < children.Count; i++)
        {
            ProcessTree rest = new ProcessTree.Choice(children.Without(i));
            yield return rest;
            if (children[i] is ProcessTree.Tau) continue;
            yield return new ProcessTree.Sequence([TreeShape.Optional(children[i]), rest]);
            yield return new ProcessTree.Sequence([rest, TreeShape.Optional(children[i])]);
        }
        yield return Again(new ProcessTree.Choice(children));
    }

    /// <summary>No return, one return at most, exactly two rounds, or a freer return.</summary>
    private static IEnumerable<ProcessTree> InLoop(ProcessTree body, ProcessTree redo)
    {
        yield return body;
        yield return new ProcessTree.Sequence([body, TreeShape.Optional(new ProcessTree.Sequence([redo, body]))]);
        yield return new ProcessTree.Sequence([body, redo, body]);
        if (redo is ProcessTree.Tau) yield break;
        yield return new ProcessTree.Sequence([body, TreeShape.Optional(redo)]);
        yield return new ProcessTree.Loop(body, TreeShape.Optional(redo));
        yield return Again(new ProcessTree.Sequence([body, redo]));
        yield return Again(new ProcessTree.Choice([body, redo]));
    }

    private static ProcessTree With(this ProcessTree tree, int child, ProcessTree changed)
    {
        var children = tree.Children().ToArray();
        children[child] = changed;
        return tree.Over(children);
    }

    private static ProcessTree[] Without(this IReadOnlyList<ProcessTree> children, int child) => [.. children.Where((_, i) => i != child)];

    private static ProcessTree[] Span(this IReadOnlyList<ProcessTree> children, int from, int to) => [.. children.Take(to).Skip(from)];
}
