namespace LiveSop.Domain.Digests;

/// <summary>When somebody's digest is due: on weekdays, once a day, at an hour of their own in their own time zone.</summary>
/// <param name="At">By the clock on their wall. An hour that a change of the clock leaves out counts when it is over; of one that comes twice the first.</param>
public sealed record DigestTime(TimeOnly At, TimeZoneInfo Zone)
{
    /// <summary>At nine, where somebody has not said otherwise.</summary>
    public static readonly TimeOnly Usual = new(9, 0);

    /// <summary>For so long it is made up for where the bot was away, on the same day; later it is left out.</summary>
    public static readonly TimeSpan MadeUpFor = TimeSpan.FromHours(6);

    /// <param name="zone">An IANA name; UTC where it is null or not known here.</param>
    public static DigestTime Of(TimeOnly? at, string? zone) =>
        new(at ?? Usual, zone is { Length: > 0 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known) ? known : TimeZoneInfo.Utc);

    /// <param name="last">Their day of the last digest.</param>
    /// <returns>Their day whose digest is due; null where none is.</returns>
    public DateOnly? DueDay(DateTimeOffset now, DateOnly? last)
    {
        var day = DayOf(now);
        if (last >= day || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return null;
        var since = now - On(day);
        return since >= TimeSpan.Zero && since < MadeUpFor ? day : null;
    }

    /// <summary>The moment at which the digest of one of their days is due, in UTC.</summary>
    public DateTimeOffset On(DateOnly day)
    {
        var local = day.ToDateTime(At);
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        // Of an hour that comes twice, the first is the one further ahead of UTC.
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
}
