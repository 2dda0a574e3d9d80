using LiveSop.Domain.Drift;
using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Drift;

/// <summary>Cases and trees in short.</summary>
internal static class Tell
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 10).Select(i => $"{i}")];

    public static ProcessTree Tree(string notation) => ProcessTreeNotation.Parse(string.Concat(notation.Select(c => char.IsDigit(c) ? $"'{c}'" : $"{c}")), Names);

    public static string Write(ProcessTree tree) => ProcessTreeNotation.Write(tree, Names).Replace("'", "");

    /// <summary>So many cases, each a digit per activity, one after the other of the given ones.</summary>
    public static List<CaseTrace> Cases(string name, int count, params string[] traces) =>
        [.. Enumerable.Range(0, count).Select(i => new CaseTrace($"{name}{i}", [.. traces[i % traces.Length].Select(c => c - '0')]))];

    public static Revision Revision(this DriftState state) => state.Should().BeOfType<DriftState.Shifted>().Subject.Revision;
}
