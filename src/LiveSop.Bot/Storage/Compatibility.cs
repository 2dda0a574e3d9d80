namespace LiveSop.Bot.Storage;

/// <summary>
/// Old and new replicas run side by side: migrations expand first, which an old version does not notice, and contract later, which it cannot survive.
/// A migration that contracts says so by its name.
/// </summary>
internal static class Compatibility
{
    private const string Contracting = "Contract";

    /// <param name="known">To this version, oldest first.</param>
    /// <param name="applied">To the database, oldest first.</param>
    /// <exception cref="UnusableDatabaseException">This version must not touch the database.</exception>
    public static void Require(IReadOnlyCollection<string> known, IReadOnlyCollection<string> applied)
    {
        var newer = applied.Except(known, StringComparer.Ordinal).ToList();
        if (newer.Count == 0) return;
        if (newer.Find(Contracts) is { } contracting)
            throw new UnusableDatabaseException($"A newer LiveSOP has removed what this version needs from the database ({contracting}); run that version or a later one.");
        if (known.Except(applied, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw new UnusableDatabaseException($"The database was migrated by another line of LiveSOP: it has {newer[0]} but lacks {missing}; run the version that made it.");
    }

    // An id is a time of 14 digits, an underscore, the name.
    private static bool Contracts(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..].StartsWith(Contracting, StringComparison.Ordinal);
}
