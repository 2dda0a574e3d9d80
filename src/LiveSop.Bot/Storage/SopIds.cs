namespace LiveSop.Bot.Storage;

/// <summary>A team's area of a workspace.</summary>
internal readonly record struct SpaceId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>A procedure through all its versions.</summary>
internal readonly record struct SopId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>What is proposed as the next version of a procedure, and what became of it.</summary>
internal readonly record struct DraftId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>
/// Where evidence comes from: a channel, or a file that was imported into a space. Whoever may read that may see it.
/// Stored as <c>C…</c> or <c>space:GUID</c>.
/// </summary>
internal readonly record struct EvidencePlace(string Value)
{
    private const string OfSpace = "space:";

    public static EvidencePlace Of(Slack.ChannelId channel) => new(channel.Value);

    public static EvidencePlace Of(SpaceId space) => new(OfSpace + space);

    /// <summary>Null where it is a file's.</summary>
    public Slack.ChannelId? Channel => Value.StartsWith(OfSpace, StringComparison.Ordinal) ? null : new(Value);

    public override string ToString() => Value;
}
