using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Audience.Configuring;

/// <summary>A space as its settings show it and as somebody fills them in.</summary>
/// <param name="Channels">Those that whoever looks may read; others stay as they are.</param>
/// <param name="Days">For how long messages are kept; null for ever.</param>
internal sealed record SpaceForm(string Name, IReadOnlyList<ChannelId> Channels, int? Days, IReadOnlyDictionary<UserId, Role> People)
{
    public const int LongestName = 80;
    public const int LongestDays = 3650;

    public const int LongestMinutes = 1440;

    /// <summary>After so many a request that nobody answers is shown to responders; 0 for never, null for the usual.</summary>
    public int? Minutes { get; init; }

    /// <summary>As ISO 639-1 has it; null to be told by what is said.</summary>
    public string? Language { get; init; }

    public static SpaceForm Empty { get; } = new("", [], null, new Dictionary<UserId, Role>());

    /// <summary>Of two who save, the second finds another one.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
    [
        Name, Days?.ToString(CultureInfo.InvariantCulture) ?? "", Minutes?.ToString(CultureInfo.InvariantCulture) ?? "", Language ?? "", .. Channels.Select(one => one.Value).Order(StringComparer.Ordinal), .. People.Select(one => $"{one.Key}={one.Value}").Order(StringComparer.Ordinal),
    ]))).AsSpan(0, 8));

    /// <summary>In the scope of whoever looks.</summary>
    public static async Task<SpaceForm> ReadAsync(UnitOfWork unit, SpaceId space, CancellationToken stop)
    {
        if (await unit.Db.Spaces.AsNoTracking().FirstOrDefaultAsync(one => one.SpaceId == space, stop) is not { } row) return Empty;
        var channels = await unit.Db.SpaceChannels.Where(one => one.SpaceId == space).Select(one => one.ChannelId).ToListAsync(stop);
        var people = await unit.Db.SpaceRoles.AsNoTracking().Where(one => one.SpaceId == space).ToDictionaryAsync(one => one.UserId, one => one.Role, stop);
        return new(row.Name, channels, row.RetentionDays, people) { Minutes = row.AnswerMinutes, Language = row.Language };
    }

    /// <summary>Who is named twice gets the higher role.</summary>
    /// <returns>Null where the fields are not there: the skeleton.</returns>
    public static SpaceForm? Of(SlackView view)
    {
        if (!view.State.Blocks.Any(block => Slack.Blocks.BlockId.NameOf(block) == nameof(Name))) return null;
        var people = new Dictionary<UserId, Role>();
        foreach (var role in Enum.GetValues<Role>().Order())
            foreach (var user in Ids(view, role.ToString())) people[new(user)] = role;
        return new((view.State[nameof(Name)].AsText ?? "").Trim(), [.. Ids(view, nameof(Channels)).Select(id => new ChannelId(id))], Number(view, nameof(Days)), people)
        {
            Minutes = Number(view, nameof(Minutes)),
            Language = view.State[nameof(Language)].AsText is { Length: 2 } code ? code : null,
        };
    }

    private static int? Number(SlackView view, string block) => int.TryParse(view.State[block].AsText, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;

    private static IReadOnlyList<string> Ids(SlackView view, string block) => view.State[block] is InputValue.Ids ids ? ids.Values : [];
}
