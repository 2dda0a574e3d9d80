using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>Files by id, and the tickets with which their bytes are brought.</summary>
internal sealed class FileShelf(Ground ground)
{
    private readonly Dictionary<string, SharedFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SharedFile> _tickets = new(StringComparer.Ordinal);

    public SharedFile? Find(string? id) => id is null ? null : _files.GetValueOrDefault(id);

    /// <returns>Where its bytes are to be sent.</returns>
    public string Announce(SharedFile file)
    {
        Put(file);
        var ticket = ground.Mint.Secret();
        _tickets[ticket] = file;
        return $"{ground.Root}/upload/v1/{ticket}";
    }

    public void Put(SharedFile file) => _files[file.Id] = file;

    public SharedFile? ByTicket(string ticket) => _tickets.GetValueOrDefault(ticket);
}
