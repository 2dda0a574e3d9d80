using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>For whom a transaction works. It decides which rows exist, and is enforced by the database (<see cref="RowSecurity"/>).</summary>
internal abstract record Scope
{
    private Scope() { }

    /// <summary>Shows something to a person: what they may read now, and nothing to write.</summary>
    public sealed record Viewer(WorkspaceId Workspace, UserId User) : Scope;

    /// <summary>Background work of one workspace: all its rows.</summary>
    public sealed record Miner(WorkspaceId Workspace) : Scope;

    /// <summary>Finds work across all workspaces: the queue's ids, and nothing that says anything.</summary>
    public sealed record Dispatcher : Scope;

    /// <summary>Whether work begun in this scope may go on in the other: a dispatcher enters any workspace, a miner its own, a viewer none but itself.</summary>
    public bool Covers(Scope other) => (this, other) switch
    {
        (Dispatcher, _) => true,
        (Miner own, Miner entered) => own.Workspace == entered.Workspace,
        (Miner own, Viewer entered) => own.Workspace == entered.Workspace,
        _ => this == other,
    };

    /// <summary>The settings that the policies read: scope, workspace, user; empty where there is none.</summary>
    internal (string Scope, string Workspace, string User) Settings => this switch
    {
        Viewer viewer => ("viewer", viewer.Workspace.Value, viewer.User.Value),
        Miner miner => ("miner", miner.Workspace.Value, ""),
        _ => ("dispatcher", "", ""),
    };
}
