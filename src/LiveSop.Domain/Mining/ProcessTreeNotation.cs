using System.Text;

namespace LiveSop.Domain.Mining;

/// <summary>
/// The usual one-line notation: <c>-></c> sequence, <c>X</c> choice, <c>+</c> parallel, <c>*</c> loop of do and redo, <c>tau</c> silent.
/// Labels stand in single quotes; a quote or backslash in one is escaped with a backslash: <c>->( 'a', X( 'b', tau ) )</c>.
/// </summary>
public static class ProcessTreeNotation
{
    /// <param name="names">By activity index.</param>
    public static string Write(ProcessTree tree, IReadOnlyList<string> names)
    {
        var text = new StringBuilder();
        Write(tree, names, text);
        return text.ToString();
    }

    /// <param name="names">An activity is numbered by its (first) place here.</param>
    /// <exception cref="FormatException">The text is not a tree over these names; the message says where.</exception>
    public static ProcessTree Parse(string text, IReadOnlyList<string> names)
    {
        var parser = new Parser(text, names);
        var tree = parser.Tree();
        parser.End();
        return tree;
    }

    private static void Write(ProcessTree tree, IReadOnlyList<string> names, StringBuilder text)
    {
        if (tree is ProcessTree.Activity leaf)
            text.Append('\'').Append(names[leaf.Index].Replace("\\", "\\\\").Replace("'", "\\'")).Append('\'');
        else if (tree is ProcessTree.Tau)
            text.Append("tau");
        else
        {
            text.Append(Symbol(tree)).Append("( ");
            for (var i = 0; i < tree.Children().Count; i++)
            {
                if (i > 0) text.Append(", ");
                Write(tree.Children()[i], names, text);
            }
            text.Append(" )");
        }
    }

    private static string Symbol(ProcessTree tree) => tree switch
    {
        ProcessTree.Sequence => "->",
        ProcessTree.Choice => "X",
        ProcessTree.Parallel => "+",
        _ => "*",
    };

    private sealed class Parser(string text, IReadOnlyList<string> names)
    {
        private int at;

        public ProcessTree Tree()
        {
            if (Takes("->")) return new ProcessTree.Sequence(Children());
            if (Takes("X")) return new ProcessTree.Choice(Children());
            if (Takes("+")) return new ProcessTree.Parallel(Children());
            if (Takes("*")) return Children() is [var body, var redo] ? new ProcessTree.Loop(body, redo) : throw Wrong("a loop of two children");
            return Takes("tau") ? ProcessTree.Silent : new ProcessTree.Activity(Label());
        }

        public void End()
        {
            if (Takes("")) at = at < text.Length ? throw Wrong("the end") : at;
        }

        private List<ProcessTree> Children()
        {
            if (!Takes("(")) throw Wrong("'('");
            var children = new List<ProcessTree>();
            do children.Add(Tree()); while (Takes(","));
            return Takes(")") ? children : throw Wrong("',' or ')'");
        }

        private int Label()
        {
            if (!Takes("'")) throw Wrong("a tree");
            var label = new StringBuilder();
            for (; at < text.Length && text[at] != '\''; at++)
            {
                if (text[at] == '\\' && at + 1 < text.Length) at++;
                label.Append(text[at]);
            }
            if (at++ >= text.Length) throw Wrong("a closing quote");
            for (var i = 0; i < names.Count; i++)
                if (names[i] == label.ToString())
                    return i;
            throw Wrong($"a known name instead of '{label}'");
        }

        private bool Takes(string token)
        {
            while (at < text.Length && text[at] == ' ') at++;
            if (!text.AsSpan(at).StartsWith(token, StringComparison.Ordinal)) return false;
            at += token.Length;
            return true;
        }

        private FormatException Wrong(string expected) => new($"Expected {expected} at {at} of a process tree.");
    }
}
