using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Forgetting;

/// <summary>Whom or what a workspace's rows are to forget.</summary>
internal abstract record Subject
{
    private Subject() { }

    /// <summary>The workspace itself.</summary>
    public sealed record Everything : Subject;

    public sealed record OfChannel(ChannelId Channel) : Subject;

    /// <summary>What a person wrote, and who they are.</summary>
    public sealed record OfPerson(UserId Person) : Subject;
}
