namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>The words that introduce a block of steps on a page.</summary>
internal static class Leads
{
    public const string InOrder = "In this order:";
    public const string AnyOrder = "In any order:";
    public const string Again = "Repeat if needed:";
    public const string BeforeAgain = "Before doing it again:";
    public const string OneOf = "One of these:";
    public const string Either = "Either:";
    public const string Or = "Or:";
    public const string OrNothing = "Or nothing";
    public const string Nothing = " nothing";

    private static readonly string[] OtherWays = ["Either", "Or", "Otherwise", "Else", "If not"];

    public static string If(string condition) => $"If {condition}:";

    /// <summary>What is done under a condition and else nothing; null where there are other ways.</summary>
    public static Branch? Only(StepFlow.OneOf choice) => choice.Branches is [{ When: not null, Part: not null } way, { When: null, Part: null }] ? way : null;

    public static bool Is(string text, string lead) => text.TrimEnd(':', '.').TrimEnd().Equals(lead.TrimEnd(':'), StringComparison.OrdinalIgnoreCase);

    public static bool IsOtherWay(string text) => OtherWays.Any(way => Is(text, way)) || IsNothing(text);

    public static bool IsNothing(string text) => Is(text, OrNothing) || Is(text, "Otherwise nothing") || Is(text, "Nothing");

    /// <returns>The condition and what follows the colon, both as written; null where the text is no "If …:".</returns>
    /// <param name="open">Steps stand under it, and so all up to a colon at the end is the condition.</param>
    public static (string When, string Then)? Condition(string text, bool open)
    {
        var start = text.StartsWith("If ", StringComparison.OrdinalIgnoreCase) ? 3 : text.StartsWith("Or if ", StringComparison.OrdinalIgnoreCase) ? 6 : -1;
        if (start < 0) return null;
        var rest = text[start..].TrimEnd();
        if (rest.EndsWith(':')) return (rest[..^1], "");
        if (open) return (rest.TrimEnd(','), "");
        if (rest.EndsWith(":" + Nothing, StringComparison.OrdinalIgnoreCase)) return (rest[..^(Nothing.Length + 1)], Nothing);
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 ? (rest[..colon], rest[(colon + 2)..]) : null;
    }
}
