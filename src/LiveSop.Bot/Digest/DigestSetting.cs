using System.Globalization;
using LiveSop.Domain.Digests;

namespace LiveSop.Bot.Digest;

/// <summary>Whether somebody's digest comes, and when.</summary>
/// <param name="Last">Their day of the last one; null before the first.</param>
internal sealed record DigestSetting(bool IsOn, DigestTime Time, DateOnly? Last)
{
    /// <summary>"9:00".</summary>
    public string Hour => Time.At.ToString("H:mm", CultureInfo.InvariantCulture);
}
