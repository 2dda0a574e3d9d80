namespace LiveSop.Bot.Memory.Searching;

/// <summary>For the few places where a value must stand in the statement itself.</summary>
internal static class Sql
{
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
