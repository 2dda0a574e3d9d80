using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary><c>reactions.*</c>.</summary>
internal static class ReactionMethods
{
    private static readonly Place Inside = new(null, Member: true, Open: true);

    public static IEnumerable<Method> All =>
    [
        new("reactions.add", Tier.Three, "reactions:write", Inside.Then((call, place) => React(call, place, Add))),
        new("reactions.remove", Tier.Two, "reactions:write", Inside.Then((call, place) => React(call, place, Remove))),
    ];

    private static Answer React(Call call, Conversation place, Func<Call, Conversation, Message, string, Answer> what)
    {
        if (call.Args.Text("timestamp") is not { } ts) return Answer.No("no_item_specified");
        if (call.Args.Text("name") is not { } name) return Call.Missing("name");
        if (place.Log.Find(ts) is not { } message) return Answer.No("message_not_found");
        return name.Contains(':', StringComparison.Ordinal) || name.Any(char.IsWhiteSpace) ? Answer.No("invalid_name") : what(call, place, message, name);
    }

    private static Answer Add(Call call, Conversation place, Message message, string name) =>
        call.Team.Talking.React(place, message, call.BotUser, name) ? Answer.Done : Answer.No("already_reacted");

    private static Answer Remove(Call call, Conversation place, Message message, string name) =>
        call.Team.Talking.Unreact(place, message, call.BotUser, name) ? Answer.Done : Answer.No("no_reaction");
}
