namespace LiveSop.Workspace.Company;

internal enum ChannelKind { Public, Private, Direct }

/// <summary>A place to talk. The folder in an export bears its name, a direct message's its id.</summary>
internal sealed record Channel(string Name, ChannelKind Kind, string Purpose)
{
    public string Id { get; } = SlackId.From(Kind switch { ChannelKind.Public => "C", ChannelKind.Private => "G", _ => "D" }, Name);

    public string Folder => Kind == ChannelKind.Direct ? Id : Name;

    /// <summary>Who is in it; empty where everybody is.</summary>
    public IReadOnlyList<Colleague> Only { get; init; } = [];

    public IReadOnlyList<Colleague> Members => Only.Count > 0 ? Only : [.. House.People.Where(p => p.Role != Role.Guest)];
}
