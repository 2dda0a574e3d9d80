using System.Text.Json;

namespace LiveSop.Workspace.Screen;

/// <summary>Something on the screen that a person can press or fill in by its number.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Label">As it reads on the screen.</param>
internal abstract record Pressable(int Number, string Label)
{
    /// <param name="Element">Slack's element.</param>
    /// <param name="Option">The one of its options that the number stands for, where options have numbers of their own (checkboxes, radio buttons).</param>
    /// <param name="Place">Where it stands.</param>
    public sealed record Control(int Number, string Label, JsonElement Element, JsonElement? Option, Place Place) : Pressable(Number, Label)
    {
        public string Type => Element.Text("type") ?? "";

        public string ActionId => Element.Text("action_id") ?? "";

        /// <summary>What a menu offers, in the order of the screen, groups one after the other; each as Slack's option.</summary>
        public IReadOnlyList<JsonElement> Options => [.. Element.Items("options"), .. Element.Items("option_groups").SelectMany(group => group.Items("options"))];
    }

    public sealed record Submit(int Number, string Label, string ViewId) : Pressable(Number, Label);

    public sealed record Close(int Number, string Label, string ViewId) : Pressable(Number, Label);
}

/// <summary>Where an element stands: a message of a channel, or a view.</summary>
internal sealed record Place(string? Channel, string? Ts, string? ViewId, string? BlockId, bool IsEphemeral = false);

/// <summary>Numbers what can be pressed as it comes onto the screen.</summary>
internal sealed class Pressables
{
    private readonly List<Pressable> all = [];

    public IReadOnlyList<Pressable> All => all;

    /// <summary>What the number stands for; nothing where there is no such number.</summary>
    public Pressable? this[int number] => number > 0 && number <= all.Count ? all[number - 1] : null;

    /// <summary>What to write before it: <c>[3]</c>.</summary>
    public string Add(Func<int, Pressable> made)
    {
        var pressable = made(all.Count + 1);
        all.Add(pressable);
        return $"[{pressable.Number}]";
    }
}
