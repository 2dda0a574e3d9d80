namespace LiveSop.Bot.Scheduling;

/// <summary>Everything that is due at set times, a line each.</summary>
internal sealed class Timetable
{
    private readonly Dictionary<string, Appointment> byName;

    /// <exception cref="ArgumentException">Two have one name.</exception>
    public Timetable(IReadOnlyList<Appointment> appointments) => (Appointments, byName) = (appointments, appointments.ToDictionary(one => one.Name, StringComparer.Ordinal));

    public IReadOnlyList<Appointment> Appointments { get; }

    /// <returns>Null where this version has no such appointment.</returns>
    public Appointment? Find(string name) => byName.GetValueOrDefault(name);
}
