namespace LiveSop.Workspace.Slack;

/// <summary>Slack's rules that an installation or a test may want otherwise. They may be turned while it runs.</summary>
internal sealed class Limits
{
    /// <summary>Off: no call is ever refused for coming too soon.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What a newly distributed app outside the Marketplace gets: one call a minute of history and replies, 15 objects each.</summary>
    public bool ReducedHistory { get; set; }

    /// <summary>Pages hold fewer entries than were asked for, now and then none, though more follow. Clients must go by the cursor alone.</summary>
    public bool ShortPages { get; set; }

    /// <summary>How many posts to one channel may follow each other before one a second holds.</summary>
    public int PostBurst { get; set; } = 4;

    /// <summary>Posts a minute into the whole workspace, over all channels.</summary>
    public int PostsPerMinute { get; set; } = 300;
}
