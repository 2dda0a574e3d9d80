using LiveSop.Domain.Running.Wordings;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Running;

/// <summary>
/// What people usually write at a step, to be offered to whoever is to write it now: of the past messages the most central, the medoid under tf-idf
/// cosine, among those that are well formed and give nobody away.
/// </summary>
/// <param name="Id">Of the message that it is taken from.</param>
/// <param name="Text">Values and names are placeholders such as <c>{person}</c>, to be filled in by the writer. Mined text: data, never markup.</param>
public sealed record BestWording(string Id, string Text)
{
    private const int FewestWords = 4;
    private const int MostWords = 60;
    private const int LongestText = 600;
    private const int MostGaps = 4;

    /// <param name="messages">What people wrote at the step, each with an id; the order does not matter.</param>
    /// <param name="people">The names of the workspace; where null, only those that a greeting or a title gives away are known as such.</param>
    /// <returns>Null where no message is fit to be shown; so always of one message alone, whose names nothing tells from its words.</returns>
    public static BestWording? Of(IReadOnlyList<(string Id, string Text)> messages, PeopleNames? people = null)
    {
        var names = people ?? PeopleNames.Unknown;
        var masked = messages.OrderBy(message => message.Id, StringComparer.Ordinal)
            .Select(message => new BestWording(message.Id, Masked(message.Text, names))).DistinctBy(message => message.Text).ToList();
        var shared = new SharedWords([.. masked.Select(message => message.Text)]);
        var central = Centrality.Of([.. masked.Select(message => message.Text)]);
        return masked.Zip(central).Where(one => IsWellFormed(one.First.Text) && shared.Covers(one.First.Text))
            .OrderByDescending(one => Math.Round(one.Second, 9)).Select(one => one.First).FirstOrDefault();
    }

    /// <summary>Slack's brackets around a mention stay behind when it is masked.</summary>
    private static string Masked(string text, PeopleNames names) => names.Mask(Placeholders.Mask(Emoji.Remove(text).Trim())).Replace("<{", "{", StringComparison.Ordinal).Replace("}>", "}", StringComparison.Ordinal);

    private static bool IsWellFormed(string text)
    {
        var tokens = Tokens.Of(text);
        var gaps = tokens.Count(token => Placeholders.IsPlaceholder(token));
        return text.Length <= LongestText && tokens.Count is >= FewestWords and <= MostWords && gaps <= MostGaps && 2 * gaps <= tokens.Count
            && !text.EndsWith(',') && !text.EndsWith(':') && !text.StartsWith('>') && !text.Contains(Placeholders.Name(PlaceholderKind.Secret), StringComparison.Ordinal);
    }
}
