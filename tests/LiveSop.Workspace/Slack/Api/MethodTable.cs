using System.Collections.Frozen;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>Every method that a bot token can call.</summary>
internal static class MethodTable
{
    private static readonly FrozenDictionary<string, Method> ByName = new[]
    {
        TeamMethods.All, ChatMethods.All, ScheduleMethods.All, HistoryMethods.All, ConversationMethods.All, UserMethods.All, ViewMethods.All, ReactionMethods.All, FileMethods.All,
    }.SelectMany(m => m).ToFrozenDictionary(m => m.Name, StringComparer.Ordinal);

    public static IEnumerable<Method> All => ByName.Values;

    public static Method? Find(string name) => ByName.GetValueOrDefault(name);
}
