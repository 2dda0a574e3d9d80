using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>What the inputs of a message or a view hold, by block id and action id.</summary>
internal sealed class FormState
{
    private readonly Dictionary<(string Block, string Action), InputValue> values = [];

    public static FormState Empty { get; } = new();

    /// <summary>Nothing where there is no such input.</summary>
    public InputValue this[string block, string action] => values.GetValueOrDefault((block, action)) ?? new InputValue.Nothing();

    /// <summary>The input of a block that has only one.</summary>
    public InputValue this[string block] => values.FirstOrDefault(item => item.Key.Block == block).Value ?? new InputValue.Nothing();

    public IEnumerable<string> Blocks => values.Keys.Select(key => key.Block).Distinct();

    /// <param name="state">The <c>state</c> of a payload or a view: <c>{"values":{block:{action:{…}}}}</c>.</param>
    public static FormState Read(JsonElement state)
    {
        var read = new FormState();
        foreach (var (block, actions) in Named(state.Get("values"u8)))
        {
            foreach (var (action, element) in Named(actions)) read.values[(block, action)] = InputValue.Read(element);
        }
        return read;
    }

    private static IEnumerable<(string Name, JsonElement Value)> Named(JsonElement element) =>
        element.IsObject() ? element.EnumerateObject().Select(SlackJson.Named).Where(field => field.Name.Length > 0) : [];
}
