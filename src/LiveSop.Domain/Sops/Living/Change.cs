namespace LiveSop.Domain.Sops.Living;

/// <summary>What one version of a procedure has that another has not. Titles are people's text: data, never markup.</summary>
public abstract record Change
{
    private Change() { }

    /// <summary>One line of plain English.</summary>
    public abstract string Say();

    public sealed record Retitled(string Before, string After) : Change
    {
        public override string Say() => $"Retitled: “{Before}” is now “{After}”";
    }

    public sealed record TriggerChanged(string Before, string After) : Change
    {
        public override string Say() => $"Applies now when: “{After}”; before: “{Before}”";
    }

    /// <param name="Behind">The title of the step before it; null at the beginning.</param>
    public sealed record Added(ProcedureStep Step, string? Behind) : Change
    {
        public override string Say() => $"Added: “{Step.Title}” {Place(Behind)}";
    }

    public sealed record Removed(ProcedureStep Step) : Change
    {
        public override string Say() => $"Removed: “{Step.Title}”";
    }

    /// <param name="Behind">The title of the step that it comes after now; null at the beginning.</param>
    public sealed record Moved(ProcedureStep Step, string? Behind) : Change
    {
        public override string Say() => $"Moved: “{Step.Title}” now comes {Place(Behind)}";
    }

    public sealed record Reworded(string Step, string Before, string After) : Change
    {
        public override string Say() => $"Reworded: “{Before}” is now “{After}”";
    }

    public sealed record OwnerChanged(ProcedureStep Step, string? Before, string? After) : Change
    {
        public override string Say() => $"Owner: “{Step.Title}” is now for {After ?? "anybody"}, before for {Before ?? "anybody"}";
    }

    /// <param name="Step">As it is now.</param>
    public sealed record OptionalChanged(ProcedureStep Step) : Change
    {
        public override string Say() => Step.Optional ? $"Optional now: “{Step.Title}”" : $"No longer optional: “{Step.Title}”";
    }

    /// <param name="Steps">Titles of the steps that it holds for, as they are read; at least one.</param>
    /// <param name="Before">Null where there was no condition.</param>
    /// <param name="After">Null where there is none any more.</param>
    public sealed record ConditionChanged(IReadOnlyList<string> Steps, string? Before, string? After) : Change
    {
        public override string Say() => (Before, After) switch
        {
            (null, { } now) => $"Condition: {Names(Steps)} now only if {now}",
            ({ } before, null) => $"Condition: {Names(Steps)} no longer only if {before}",
            var (before, now) => $"Condition: {Names(Steps)} now if {now}, not if {before}",
        };

        public bool Equals(ConditionChanged? other) => other is not null && (Before, After) == (other.Before, other.After) && Steps.SequenceEqual(other.Steps);

        public override int GetHashCode() => Steps.Count;
    }

    /// <summary>Steps that both have stand in other blocks: what is done in any order, repeated or chosen.</summary>
    /// <param name="How">"“A” and “B” in any order"; empty where they are in no block of their own any more.</param>
    public sealed record Rearranged(IReadOnlyList<string> How) : Change
    {
        public override string Say() => How.Count > 0 ? $"Arranged anew: {string.Join("; ", How)}" : "Arranged anew: steps that stood in a block of their own are done one after the other";

        public bool Equals(Rearranged? other) => other is not null && How.SequenceEqual(other.How);

        public override int GetHashCode() => How.Count;
    }

    internal static string Place(string? behind) => behind is null ? "at the beginning" : $"after “{behind}”";

    /// <summary>"“A”, “B” and “C”".</summary>
    internal static string Names(IReadOnlyList<string> titles)
    {
        var quoted = titles.Select(title => $"“{title}”").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted.SkipLast(1))} and {quoted[^1]}";
    }
}
