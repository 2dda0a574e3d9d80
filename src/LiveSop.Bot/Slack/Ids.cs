using System.Globalization;

namespace LiveSop.Bot.Slack;

/// <summary>One Slack team, the tenant: <c>T…</c>. Nothing ever crosses it.</summary>
internal readonly record struct WorkspaceId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A conversation: <c>C…</c>, <c>G…</c>, or <c>D…</c> for a direct message.</summary>
internal readonly record struct ChannelId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Somebody, bots included: <c>U…</c> or <c>W…</c>.</summary>
internal readonly record struct UserId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// A message within its channel: seconds, a dot, a counter. An identifier: as a number it would lose its zeros and name nothing.
/// Ordered by time, which the ordinal order of its text is not.
/// </summary>
internal readonly record struct MessageTs(string Value) : IComparable<MessageTs>
{
    /// <summary>When it was posted, to the microsecond; the Unix epoch where the text is no timestamp.</summary>
    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddTicks(Micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>Microseconds since the Unix epoch; 0 where the text is no timestamp.</summary>
    public long Micros
    {
        get
        {
            var (seconds, counter) = Parts(Value);
            return seconds * 1_000_000 + counter;
        }
    }

    public int CompareTo(MessageTs other) => Micros.CompareTo(other.Micros) is not 0 and var order ? order : string.CompareOrdinal(Value, other.Value);

    /// <summary>The first that a message of that moment could have.</summary>
    public static MessageTs From(DateTimeOffset at)
    {
        var micros = Math.Max(0, (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        return new($"{(micros / 1_000_000).ToString(CultureInfo.InvariantCulture)}.{(micros % 1_000_000).ToString("D6", CultureInfo.InvariantCulture)}");
    }

    public override string ToString() => Value;

    public static bool operator <(MessageTs one, MessageTs other) => one.CompareTo(other) < 0;

    public static bool operator >(MessageTs one, MessageTs other) => one.CompareTo(other) > 0;

    public static bool operator <=(MessageTs one, MessageTs other) => one.CompareTo(other) <= 0;

    public static bool operator >=(MessageTs one, MessageTs other) => one.CompareTo(other) >= 0;

    private static (long Seconds, long Counter) Parts(string? text)
    {
        if (text is null || text.IndexOf('.', StringComparison.Ordinal) is not (> 0 and <= 11 and var dot)) return default;
        return long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && long.TryParse(text.AsSpan(dot + 1, Math.Min(6, text.Length - dot - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var counter)
            ? (seconds, counter)
            : default;
    }
}
