using System.Text;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// What a button or option carries: the key of a thing, such as a run and a step, and never a permission, since anybody may press it and anything may come
/// back. Parts are joined by colons.
/// </summary>
internal readonly record struct ActionKey
{
    /// <summary>Of a button. Options hold less: see <see cref="Option"/>.</summary>
    public const int MaxLength = 2_000;

    private const char Joint = ':';
    private const char Mark = '%';

    private ActionKey(string value) => Value = value;

    public string Value { get; }

    /// <param name="parts">At least one. Ids that code made.</param>
    public static ActionKey Of(params ReadOnlySpan<string> parts)
    {
        var value = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Length == 0) throw new BlockKitException("value", "an empty part names nothing");
            if (value.Length > 0) value.Append(Joint);
            value.Append(part.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal));
        }
        return new(Limit.Length(value.ToString(), 1, MaxLength, "value"));
    }

    /// <summary>The parts of what came back, where it has exactly so many; nothing otherwise. Any text may come; it never throws.</summary>
    public static IReadOnlyList<string>? Parts(string? value, int count)
    {
        if (value is null or { Length: > MaxLength }) return null;
        var parts = value.Split(Joint);
        return parts.Length == count && parts.All(IsWritten) ? [.. parts.Select(Read)] : null;
    }

    public override string ToString() => Value;

    private static string Read(string part) => part.Replace("%3A", ":", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    private static bool IsWritten(string part) =>
        part.Length > 0 && part.Split(Mark).Skip(1).All(after => after.StartsWith("3A", StringComparison.Ordinal) || after.StartsWith("25", StringComparison.Ordinal));
}
