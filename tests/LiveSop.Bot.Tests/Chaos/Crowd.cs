using LiveSop.Workspace;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.Chaos;

/// <summary>Two people who post, reply, edit, delete and speak to the bot in three channels, as a seed has it. What they do is in Slack, whatever the bot hears of it.</summary>
internal sealed class Crowd
{
    public static readonly IReadOnlyList<string> Places = ["general", "support", "secret"];

    private readonly Dice dice;
    private readonly Person[] people;
    private readonly string mention;
    private readonly List<Post> posts = [];
    private int number;

    public Crowd(World.World world, ulong seed)
    {
        dice = new Dice(seed);
        people = [world.Person("ada"), world.Person("bo")];
        mention = $"@{world.Bot} help";
    }

    /// <summary>Messages that name the bot, each of which it owes one answer in its thread.</summary>
    public IEnumerable<(string Place, string Ts)> Mentions => posts.Where(post => post.NamesBot).Select(post => (post.Place, post.Ts));

    public async Task ActAsync(int times)
    {
        for (var i = 0; i < times; i++) await ActAsync();
    }

    public Task ActAsync() => dice.Weighted<Func<Task>>([(PostAsync, 50), (ReplyAsync, 10), (EditAsync, 15), (DeleteAsync, 8), (MentionAsync, 12), (MentionLaterAsync, 5)])();

    public Task MentionAsync() => SayAsync(mention, namesBot: true);

    /// <summary>In a channel of the caller's choice.</summary>
    public Task MentionAsync(string place) => SayAsync(mention, namesBot: true, place);

    private Task PostAsync() => SayAsync($"case {++number} is open", namesBot: false);

    private async Task SayAsync(string text, bool namesBot, string? place = null, string? thread = null)
    {
        place ??= dice.Pick(Places);
        // Only the first of them is in the private channel.
        var person = place == "secret" ? people[0] : dice.Pick(people);
        posts.Add(new(place, await person.PostAsync(place, text, thread), person, IsReply: thread is not null) { NamesBot = namesBot });
    }

    private async Task ReplyAsync()
    {
        if (Any(post => !post.IsReply && !post.IsGone) is { } root) await SayAsync($"case {++number}, the same", namesBot: false, root.Place, root.Ts);
    }

    private async Task EditAsync()
    {
        if (Any(post => !post.IsGone) is { } post) await post.Author.EditAsync(post.Place, post.Ts, post.NamesBot ? $"{mention} {++number}" : $"case {++number} is solved");
    }

    /// <summary>Names the bot in a message that did not: that is speaking to it, too.</summary>
    private async Task MentionLaterAsync()
    {
        if (Any(post => post is { IsReply: false, IsGone: false, NamesBot: false }) is not { } post) return;
        post.NamesBot = true;
        await post.Author.EditAsync(post.Place, post.Ts, mention);
    }

    // Never one that names the bot: whether its answer came first is chance.
    private async Task DeleteAsync()
    {
        if (Any(post => !post.IsGone && !post.NamesBot) is not { } post) return;
        post.IsGone = true;
        await post.Author.DeleteAsync(post.Place, post.Ts);
    }

    private Post? Any(Func<Post, bool> wanted) => posts.Where(wanted).ToList() is { Count: > 0 } found ? dice.Pick(found) : null;

    private sealed record Post(string Place, string Ts, Person Author, bool IsReply)
    {
        public bool NamesBot { get; set; }

        public bool IsGone { get; set; }
    }
}
