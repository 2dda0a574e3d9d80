using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>What a method asks of the channel it is called with.</summary>
/// <param name="Scope">The second half of a scope whose first is the kind of channel, such as <c>history</c>; null where none is asked for.</param>
internal sealed record Place(string? Scope, bool Member = false, bool Open = false)
{
    /// <summary>Checks channel, scope, membership, archive, in Slack's order, then goes on.</summary>
    public Func<Call, Answer> Then(Func<Call, Conversation, Answer> run) => call =>
    {
        if (call.Args.Text("channel") is null) return Call.Missing("channel");
        if (call.Channel() is not { } place) return Answer.No("channel_not_found");
        if (Scope is not null && call.Needs($"{place.Kind.Family()}:{Scope}") is { } refused) return refused;
        if (Member && !place.Has(call.BotUser)) return Answer.No("not_in_channel");
        return Open && place.IsArchived ? Answer.No("is_archived") : run(call, place);
    };
}
