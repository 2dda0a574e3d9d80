namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>What is wrong with blocks, in Slack's words, each with a JSON pointer.</summary>
internal sealed class Problems
{
    private readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages => _messages;

    public bool Any => _messages.Count > 0;

    /// <summary>There was a second table, which Slack names by another error.</summary>
    public bool OneTable { get; private set; }

    public void Add(string what, string pointer) => _messages.Add($"[ERROR] {what} [json-pointer:{pointer}]");

    public void SecondTable(string pointer)
    {
        OneTable = true;
        Add("only_one_table_allowed", pointer);
    }
}
