namespace LiveSop.Workspace.Slack.People;

/// <summary>Who is in a workspace, in the order they came.</summary>
internal sealed class Roster
{
    private readonly List<Account> _accounts = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    public IReadOnlyList<Account> All => _accounts;

    public List<UserGroup> Groups { get; } = [];

    public Account? Find(string? id) => id is not null && _byId.TryGetValue(id, out var at) ? _accounts[at] : null;

    /// <summary>By Slack's <c>name</c>.</summary>
    public Account? Named(string handle) => _accounts.Find(a => a.Handle == handle);

    /// <summary>Adds it, or takes the place of the one with its id.</summary>
    public void Put(Account account)
    {
        if (_byId.TryGetValue(account.Id, out var at))
        {
            _accounts[at] = account;
            return;
        }
        _byId[account.Id] = _accounts.Count;
        _accounts.Add(account);
    }
}
