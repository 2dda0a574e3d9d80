using System.Globalization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// Names a block within its message or view; in a form, <c>nameof</c> the property that its value goes to. Slack keeps what was typed while the id stays, so a
/// field that is to show something new is renewed.
/// </summary>
internal readonly record struct BlockId
{
    private const char EditionSign = '~';

    private BlockId(string value) => Value = Limit.Id(value, "block_id");

    public string Value { get; }

    /// <summary>The id without its edition: which property of the form it is.</summary>
    public string Name => NameOf(Value);

    public static string NameOf(string blockId) => blockId.Split(EditionSign)[0];

    /// <param name="edition">Another one than before: the version of what is shown, say.</param>
    public BlockId Renewed(long edition) => new(string.Create(CultureInfo.InvariantCulture, $"{Name}{EditionSign}{edition}"));

    public static implicit operator BlockId(string name) => new(name);

    public override string ToString() => Value;
}
