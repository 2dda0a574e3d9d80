using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.History;

/// <summary>What happens to messages afterwards: they are edited, reacted to, sent to the channel as well.</summary>
internal static class Decoration
{
    private static readonly string[] Names = ["+1", "eyes", "white_check_mark", "raised_hands", "pray", "tada", "heart", "joy", "rocket", "thinking_face"];

    public static HistoryMessage Of(HistoryMessage message, IReadOnlyList<Colleague> members, Dice dice)
    {
        if (!message.Author.IsApp && dice.Chance(0.03)) message = message with { EditedAt = message.At.AddSeconds(dice.Between(8, 900)) };
        if (dice.Chance(0.09)) message = message with { Reactions = Reactions(message.Author, members, dice) };
        if (message.ThreadTs is not null && dice.Chance(0.015)) message = message with { Subtype = "thread_broadcast" };
        return message;
    }

    private static List<Reaction> Reactions(Colleague author, IReadOnlyList<Colleague> members, Dice dice)
    {
        var people = dice.Shuffled(members.Where(m => m != author && m.Left is null));
        var first = new Reaction(dice.Pick(Names), [.. people.Take(dice.Between(1, 3))]);
        var second = new Reaction(dice.Pick(Names), [.. people.Skip(3).Take(1)]);
        return dice.Chance(0.2) && second.Name != first.Name && second.By.Count > 0 ? [first, second] : [first];
    }
}
