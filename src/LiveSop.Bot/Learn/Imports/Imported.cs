namespace LiveSop.Bot.Learn.Imports;

/// <summary>How much of a file is taken.</summary>
internal static class Imported
{
    /// <summary>It lies in a row of the database until somebody has decided.</summary>
    public const int MostMegabytes = 20;

    public const long MostBytes = MostMegabytes * 1024L * 1024;

    /// <summary>Of a page that people write by hand.</summary>
    public const long MostOfPage = 256 * 1024;
}
