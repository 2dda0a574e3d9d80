using LiveSop.Bot.Slack;
using LiveSop.Domain.Memory;

namespace LiveSop.Bot.Memory.Searching;

/// <summary>
/// What the full-text index holds of an incident: its words as the program makes them, in any language, and its workspace as one word more. An index of words
/// alone would bring up the incidents of all workspaces, to be dropped one by one.
/// </summary>
internal static class IndexWords
{
    private const int Most = 500;

    /// <summary>Separated by blanks, each once.</summary>
    public static string Of(RememberedText text, WorkspaceId workspace) => string.Join(' ', Lexemes.Of(text.Text).Distinct(StringComparer.Ordinal).Take(Most).Append(Of(workspace)));

    /// <summary>For <c>::tsquery</c>: all words of any of the groups, in the workspace.</summary>
    public static string Query(IEnumerable<IReadOnlyList<string>> groups, WorkspaceId workspace) =>
        $"{Quoted(Of(workspace))} & ({string.Join(" | ", groups.Select(group => $"({string.Join(" & ", group.Select(Quoted))})"))})";

    /// <summary>For <c>::tsquery</c>: a word alone.</summary>
    public static string Query(string word) => Quoted(word);

    /// <summary>No word of a text has that sign in it.</summary>
    private static string Of(WorkspaceId workspace) => $"={workspace}";

    private static string Quoted(string word) => $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
