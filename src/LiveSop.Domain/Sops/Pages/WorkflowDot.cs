using System.Globalization;
using System.Text;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>The workflow for Graphviz: the main path straight down and heavy, the rest beside it, what is rare in grey.</summary>
public static class WorkflowDot
{
    private const int LineLength = 24;
    private const int CrowdedEdges = 24;
    private const string Ink = "#1d2939";
    private const string Main = "#1f6feb";
    private const string Usual = "#667085";
    private const string Rare = "#c0c5cf";

    /// <returns>A dot file, line feeds only. The same SOP gives the same bytes.</returns>
    public static string Write(Sop sop) => Write([.. sop.Steps.Select(step => new Box(step.Title, step.Support, IsOptional: false))], Connection.Of(sop));

    /// <summary>As people approved it: the arrows are its order and its conditions, not what was counted.</summary>
    public static string Write(Procedure procedure) =>
        Write([.. procedure.Steps.Select(step => new Box(step.Title, step.Support, step.Optional))], FlowConnections.Of(procedure));

    private static string Write(IReadOnlyList<Box> boxes, IReadOnlyList<Connection> connections)
    {
        var main = connections.Where(one => one.Kind == ConnectionKind.Main).SelectMany(one => new[] { one.From, one.To }).ToHashSet();
        var dot = new StringBuilder();
        dot.Append("digraph workflow {\n");
        dot.Append(CultureInfo.InvariantCulture, $"  graph [rankdir=TB, nodesep={(connections.Count > CrowdedEdges ? "0.55" : "0.4")}, ranksep={(connections.Count > CrowdedEdges ? "0.65" : "0.5")}, pad=0.3, bgcolor=white, dpi=110, fontname=\"DejaVu Sans\"];\n");
        dot.Append(CultureInfo.InvariantCulture, $"  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f8fafc\", color=\"#98a2b3\", penwidth=1.2, margin=\"0.16,0.1\", fontname=\"DejaVu Sans\", fontsize=12, fontcolor=\"{Ink}\"];\n");
        dot.Append("  edge [fontname=\"DejaVu Sans\", fontsize=9, arrowsize=0.7];\n");
        dot.Append(CultureInfo.InvariantCulture, $"  start [shape=circle, label=\"\", width=0.22, fixedsize=true, fillcolor=\"{Main}\", color=\"{Main}\", group=main];\n");
        dot.Append(CultureInfo.InvariantCulture, $"  end [shape=doublecircle, label=\"\", width=0.18, fixedsize=true, fillcolor=\"{Ink}\", color=\"{Ink}\", group=main];\n");
        for (var i = 0; i < boxes.Count; i++) Node(dot, i, boxes[i], main.Contains(i));
        var most = Math.Max(1, connections.Select(one => one.Cases).Max() ?? 1);
        foreach (var connection in connections) Edge(dot, connection, most);
        return dot.Append("}\n").ToString();
    }

    private static void Node(StringBuilder dot, int index, Box step, bool main)
    {
        var title = string.Join("<BR/>", Wrap(Untrusted.OneLine(step.Title)).Select(Untrusted.Xml));
        var support = step.Support.Of > 0 ? $"{Plainly.Count(step.Support.Cases)} of {Plainly.Count(step.Support.Of)}" : "written by hand";
        dot.Append(CultureInfo.InvariantCulture, $"  n{index} [label=<{title}<BR/><FONT POINT-SIZE=\"3\"> </FONT><BR/><FONT POINT-SIZE=\"9\" COLOR=\"{Usual}\">{support}</FONT>>");
        if (main) dot.Append(CultureInfo.InvariantCulture, $", group=main, fillcolor=\"#eaf2ff\", color=\"{Main}\"");
        if (step.IsOptional) dot.Append(", style=\"rounded,filled,dashed\"");
        dot.Append("];\n");
    }

    private sealed record Box(string Title, Support Support, bool IsOptional);

    private static void Edge(StringBuilder dot, Connection connection, int most)
    {
        var (color, font) = connection.Kind switch
        {
            ConnectionKind.Main => (Main, Main),
            ConnectionKind.Rare => (Rare, "#98a2b3"),
            _ => (Usual, Usual),
        };
        var share = connection.Cases is { } cases ? (double)cases / most : connection.Kind == ConnectionKind.Main ? 0.5 : 0.1;
        dot.Append(CultureInfo.InvariantCulture, $"  {Name(connection.From, "start")} -> {Name(connection.To, "end")} [color=\"{color}\", penwidth={(0.8 + (3.2 * share)).ToString("0.0", CultureInfo.InvariantCulture)}, weight={Weight(connection, share)}");
        if (connection.When is { } when) dot.Append(CultureInfo.InvariantCulture, $", fontcolor=\"{Ink}\", label=< {string.Join("<BR/>", Wrap(Untrusted.OneLine(when)).Select(Untrusted.Xml))} >");
        else if (connection.Cases is { } label) dot.Append(CultureInfo.InvariantCulture, $", fontcolor=\"{font}\", label=\" {label} \"");
        if (connection.Back) dot.Append(", constraint=false, style=dashed");
        dot.Append("];\n");
    }

    private static int Weight(Connection connection, double share) => connection.Kind switch
    {
        ConnectionKind.Main => 100,
        ConnectionKind.Rare => 0,
        _ => 1 + (int)(8 * share),
    };

    private static string Name(int? step, string none) => step is { } index ? "n" + index.ToString(CultureInfo.InvariantCulture) : none;

    /// <summary>Lines of about equal length, broken at spaces; a word longer than a line is cut.</summary>
    private static List<string> Wrap(string title)
    {
        var lines = new List<string>();
        var room = title.Length <= LineLength ? LineLength : Math.Min(LineLength, (title.Length / ((title.Length / LineLength) + 1)) + 4);
        var rest = title.Length == 0 ? "?" : title;
        while (rest.Length > room)
        {
            var space = rest.LastIndexOf(' ', room);
            var end = space > 0 ? space : char.IsHighSurrogate(rest[room - 1]) ? room - 1 : room;
            lines.Add(rest[..end]);
            rest = rest[end..].TrimStart();
        }
        if (rest.Length > 0) lines.Add(rest);
        return lines;
    }
}
