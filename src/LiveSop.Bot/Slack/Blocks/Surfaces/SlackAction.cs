using System.Globalization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// The name that a pressed button, chosen option or submitted view comes back under: Slack's <c>action_id</c> and <c>callback_id</c>. Written once, as a constant
/// beside its handler, such as <c>run.step.done</c>.
/// </summary>
internal readonly record struct SlackAction
{
    // Slack wants action ids unique within a block; a row of equal buttons numbers them.
    private const char NumberSign = '#';

    // Room for the number.
    private const int LongestName = Limit.IdLength - 12;

    public SlackAction(string name)
    {
        Id = Limit.Length(name, 1, LongestName, "action_id");
        if (name.Contains(NumberSign, StringComparison.Ordinal)) throw new BlockKitException("action_id", $"'{name}' has a {NumberSign}, which numbers equal actions");
    }

    private SlackAction(string name, string id) => Id = name + id;

    /// <summary>As Slack sees it.</summary>
    public string Id { get; }

    /// <summary>Which handler it is for.</summary>
    public string Name => Id.Split(NumberSign)[0];

    /// <summary>The same action once more in one block.</summary>
    public SlackAction Numbered(int number) => new(Name, string.Create(CultureInfo.InvariantCulture, $"{NumberSign}{number}"));

    /// <summary>Whether what came back from Slack is this action, numbered or not.</summary>
    public bool Is(string? actionId) => actionId is not null && actionId.Split(NumberSign)[0] == Name;

    public override string ToString() => Id;
}
