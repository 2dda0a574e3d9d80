using System.Collections.Frozen;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Running.Signs;

/// <summary>"Done", "ok, all done", a tick: says that something is done and not what.</summary>
internal static class BareDone
{
    private static readonly FrozenSet<string> Saying = Words.List("done finished completed complete sorted erledigt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Around = Words.List("ok okay all it is that this now yes yep and i have am we are with just").ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Ticks = [":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", "✅", "✔", "✔️", "☑", "☑️"];

    public static bool Is(string text)
    {
        if (Ticks.Contains(text.Trim())) return true;
        var tokens = Tokens.Of(text);
        return tokens.Any(Saying.Contains) && !text.Contains('?', StringComparison.Ordinal) && tokens.All(token => Saying.Contains(token) || Around.Contains(token));
    }
}
