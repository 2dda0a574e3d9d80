using System.Text.RegularExpressions;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>One channel or direct conversation of an export.</summary>
/// <param name="Days">Its files, in order of their names, which are dates in some zone: good for order, never for time.</param>
internal sealed record ExportConversation(string Id, bool IsDirect, IReadOnlyList<string> Days);

/// <summary>Which folders of an export are which conversations.</summary>
internal sealed partial class ExportLayout
{
    private static readonly (string Name, bool IsDirect)[] ChannelLists =
        [("channels.json", false), ("groups.json", false), ("mpims.json", true), ("dms.json", true)];

    private readonly ExportFiles files;
    private readonly string root;
    private readonly Dictionary<string, List<string>> unclaimed;
    private readonly List<(ExportChannel Channel, bool IsDirect)> listed = [];

    public ExportLayout(ExportFiles files)
    {
        this.files = files;
        root = Root(files);
        unclaimed = files.Names
            .Where(name => name.StartsWith(root, StringComparison.Ordinal) && DayFile().IsMatch(name[root.Length..]))
            .GroupBy(name => name[root.Length..name.LastIndexOf('/')], StringComparer.Ordinal)
            .ToDictionary(folder => folder.Key, folder => folder.Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }

    /// <summary>Names of channels and groups by id, as text mentions them.</summary>
    public Dictionary<string, string> ChannelNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Folders with messages that no list names: what they are, and who may read them, cannot be known.</summary>
    public int UnlistedFolders { get; private set; }

    public async Task<IReadOnlyList<ExportConversation>> ConversationsAsync(SizeLimits limits, CancellationToken cancellation)
    {
        foreach (var (name, isDirect) in ChannelLists)
            await foreach (var channel in ListAsync<ExportChannel>(name, limits, cancellation))
                if (channel.Id is { Length: > 0 }) listed.Add((channel, isDirect));
        foreach (var (channel, isDirect) in listed)
            if (!isDirect && Plain.Name(channel.Name) is { } name) ChannelNames.TryAdd(channel.Id!, name);

        // Present names first: a name that one channel gave up may be another's now.
        var claims = Claim(channel => [channel.Id, channel.Name]);
        foreach (var (id, days) in Claim(channel => channel.PreviousNames.Items().Select(name => name.Text()))) claims.TryAdd(id, days);
        var conversations = listed.DistinctBy(item => item.Channel.Id).Where(item => claims.ContainsKey(item.Channel.Id!))
            .Select(item => new ExportConversation(item.Channel.Id!, item.IsDirect, claims[item.Channel.Id!])).ToList();
        conversations.AddRange(UnlistedDirect());
        UnlistedFolders = unclaimed.Count;
        return conversations;
    }

    /// <summary>The items of a list beside the folders; none where the export has no such list.</summary>
    public IAsyncEnumerable<T> ListAsync<T>(string name, SizeLimits limits, CancellationToken cancellation)
        where T : class =>
        files.Names.Contains(root + name, StringComparer.Ordinal)
            ? new JsonItems(files.Shown(root + name), $"the {name} of a Slack export", LooseJson.Slack, limits)
                .ReadAsync<T>(files.Open(root + name), topLevel: false, cancellation)
            : AsyncEnumerable.Empty<T>();

    // Zipping an unpacked export again puts it into a folder of its own.
    private static string Root(ExportFiles files)
    {
        var roots = files.Names
            .Where(name => !name.StartsWith("__MACOSX/", StringComparison.Ordinal))
            .Where(name => ChannelLists.Any(list => name == list.Name || name.EndsWith("/" + list.Name, StringComparison.Ordinal)))
            .Select(name => name[..(name.LastIndexOf('/') + 1)]);
        return roots.OrderBy(folder => folder.Count(c => c == '/')).ThenBy(folder => folder, StringComparer.Ordinal).FirstOrDefault()
            ?? throw NoExport(files);
    }

    private static BadInputException NoExport(ExportFiles files) => new(files.Path,
        files.Names.Any(name => name.StartsWith("xl/", StringComparison.Ordinal))
            ? "is an Excel workbook; save the sheet as \"CSV UTF-8\" and give that."
            : "is not a Slack export (it has no channels.json); give the zip that Slack made, or the single CSV or JSON file itself.");

    private Dictionary<string, IReadOnlyList<string>> Claim(Func<ExportChannel, IEnumerable<string?>> folders)
    {
        var claims = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (channel, _) in listed)
            foreach (var folder in folders(channel))
                if (folder is not null && !claims.ContainsKey(channel.Id!) && unclaimed.Remove(folder, out var days))
                    claims.Add(channel.Id!, days);
        return claims;
    }

    private List<ExportConversation> UnlistedDirect()
    {
        var direct = unclaimed.Keys.Where(folder => DirectFolder().IsMatch(folder)).Order(StringComparer.Ordinal).ToList();
        return direct.ConvertAll(folder =>
        {
            unclaimed.Remove(folder, out var days);
            return new ExportConversation(folder, IsDirect: true, days!);
        });
    }

    [GeneratedRegex(@"^[^/]+/\d{4}-\d{2}-\d{2}\.json$")]
    private static partial Regex DayFile();

    [GeneratedRegex(@"^(D[A-Z0-9]{8,}|mpdm-.+)$")]
    private static partial Regex DirectFolder();
}
