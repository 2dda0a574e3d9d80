namespace LiveSop.Bot.Sources.Times;

/// <summary>Turns a wall clock's reading into an instant.</summary>
internal sealed class ClockZone
{
    private readonly TimeZoneInfo zone;

    /// <exception cref="BadInputException">There is no zone of that name.</exception>
    public ClockZone(string name, string path)
    {
        try
        {
            zone = TimeZoneInfo.FindSystemTimeZoneById(name.Trim());
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or ArgumentException or IOException
            or UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw new BadInputException(path, $"cannot be read in the time zone \"{name}\", which does not exist; "
                + $"name it as in {SourceFlags.TimeZone} Europe/Berlin.", null, e);
        }
        Name = zone.Id;
    }

    public string Name { get; }

    /// <summary>
    /// Of an hour that comes twice, the first. A reading inside the hour that a clock skips is as much later as the clock jumped,
    /// which is what somebody who forgot to turn it meant.
    /// </summary>
    public DateTimeOffset At(DateTime reading)
    {
        var offset = zone.IsAmbiguousTime(reading) ? zone.GetAmbiguousTimeOffsets(reading).Max()
            : zone.IsInvalidTime(reading) ? zone.GetUtcOffset(reading.AddDays(-1))
            : zone.GetUtcOffset(reading);
        return new DateTimeOffset(reading, offset).ToUniversalTime();
    }
}
