namespace LiveSop.Workspace.History;

/// <summary>How much happens. The default value means 400 incidents in 18 weeks.</summary>
/// <param name="Incidents">0 stands for 400.</param>
internal readonly record struct HistorySize(int Incidents)
{
    public int Cases => Incidents == 0 ? 400 : Incidents;

    /// <summary>A busy small team; a history of two years is the longest, beyond that the team gets busier.</summary>
    public int Weeks => Math.Clamp(Cases / 22, 2, 104);
}
