namespace LiveSop.Workspace.Screen;

/// <summary>Who looks at the screen, and when.</summary>
/// <param name="Zone">Times show in it.</param>
/// <param name="Now">For "today" and "yesterday".</param>
/// <param name="NameOf">What people see for an id of a user, bot, channel or user group, without <c>@</c> or <c>#</c>; nothing where it is unknown.</param>
internal sealed record Reader(TimeZoneInfo Zone, DateTimeOffset Now, Func<string, string?> NameOf)
{
    /// <summary>The name, or the id itself.</summary>
    public string Name(string id) => Printable.Line(NameOf(id) is { Length: > 0 } name ? name : id);

    public DateTimeOffset Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
