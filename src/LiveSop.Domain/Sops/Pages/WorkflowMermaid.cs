using System.Globalization;
using System.Text;

namespace LiveSop.Domain.Sops.Pages;

/// <summary>The workflow as a Mermaid flowchart. Node names are ours; people's words stand only in quoted, encoded labels.</summary>
internal static class WorkflowMermaid
{
    public static string Write(Sop sop)
    {
        var chart = new StringBuilder("flowchart TD\n");
        chart.Append("  begin((\" \"))\n  finish(((\" \")))\n");
        for (var i = 0; i < sop.Steps.Count; i++)
            chart.Append(CultureInfo.InvariantCulture, $"  n{i}(\"{Untrusted.Mermaid(sop.Steps[i].Title)}\")\n");
        foreach (var connection in Connection.Of(sop))
            chart.Append("  ").Append(Name(connection.From, "begin")).Append(Arrow(connection)).Append(Name(connection.To, "finish")).Append('\n');
        return chart.ToString();
    }

    private static string Name(int? step, string none) => step is { } index ? "n" + index.ToString(CultureInfo.InvariantCulture) : none;

    private static string Arrow(Connection connection)
    {
        if (connection.Cases is not { } cases) return " --> ";
        return $" {(connection.Kind == ConnectionKind.Main ? "==>" : connection.Kind == ConnectionKind.Rare ? "-.->" : "-->")}|{cases.ToString(CultureInfo.InvariantCulture)}| ";
    }
}
