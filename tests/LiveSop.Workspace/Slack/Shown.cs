using System.Text.Json;
using LiveSop.Workspace.Slack.Interactions;

namespace LiveSop.Workspace.Slack;

/// <summary>What a person sees of what they did, once the app has acked or failed to.</summary>
internal abstract record Shown
{
    private Shown() { }

    /// <summary>The app took it, and said nothing in its ack.</summary>
    public sealed record Nothing : Shown;

    /// <summary>The app's ack said something.</summary>
    public sealed record Said(SeenMessage Message) : Shown;

    /// <summary>The app did not take it in time, or Slack could not make anything of what it said.</summary>
    /// <param name="Text">Slack's words to the person.</param>
    public sealed record Failed(string Text) : Shown;

    /// <summary>The modal stays open and says what is wrong, by block id.</summary>
    public sealed record Refused(IReadOnlyDictionary<string, string> Errors) : Shown;

    /// <summary>Another content, or another view on top.</summary>
    public sealed record Opened(View View) : Shown;

    /// <summary>The modal is gone, or the whole stack.</summary>
    public sealed record Closed : Shown;

    /// <summary>What a select with external data offers.</summary>
    public sealed record Offered(IReadOnlyList<JsonElement> Options) : Shown;
}
