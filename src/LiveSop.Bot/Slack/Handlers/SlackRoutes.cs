using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Handlers;

/// <summary>What the bot reacts to: one handler for each event, command, action, view and shortcut. What has none is acknowledged and let go.</summary>
internal sealed class SlackRoutes
{
    private readonly Dictionary<string, Func<SlackPayload, SlackContext, CancellationToken, Task>> routes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Func<SlackPayload, Modal?>> openings = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Func<SlackPayload.ViewSubmission, SubmissionAnswer>> answers = new(StringComparer.Ordinal);

    /// <summary>Every name that has a handler, as <c>event:…</c>, <c>command:…</c>, <c>action:…</c>, <c>view:…</c>, <c>shortcut:…</c>.</summary>
    public IReadOnlyCollection<string> Names => routes.Keys;

    public SlackRoutes On<TEvent>(ISlackHandler<TEvent> handler) where TEvent : SlackEvent =>
        Add($"event:{typeof(TEvent).Name}", (payload, context, stop) => handler.HandleAsync((TEvent)((SlackPayload.EventCallback)payload).Event, context, stop));

    /// <param name="command">With its slash.</param>
    public SlackRoutes Command(string command, ISlackHandler<SlackPayload.SlashCommand> handler) =>
        Add($"command:{command}", (payload, context, stop) => handler.HandleAsync((SlackPayload.SlashCommand)payload, context, stop));

    /// <inheritdoc cref="Action(SlackAction, ISlackHandler{SlackPayload.BlockActions}, Func{SlackPayload.BlockActions, Modal})"/>
    public SlackRoutes Command(string command, ISlackHandler<SlackPayload.SlashCommand> handler, Func<SlackPayload.SlashCommand, Modal?> opening)
    {
        openings.Add($"command:{command}", payload => opening((SlackPayload.SlashCommand)payload));
        return Command(command, handler);
    }

    public SlackRoutes Action(SlackAction action, ISlackHandler<SlackPayload.BlockActions> handler) =>
        Add($"action:{action.Name}", (payload, context, stop) => handler.HandleAsync((SlackPayload.BlockActions)payload, context, stop));

    /// <param name="opening">
    /// What opens at once, since Slack lets a modal open for three seconds only; null where nothing does. It sees the payload and nothing else. The modal gets the
    /// envelope's key as its <c>external_id</c>, by which the handler fills it; pressed in a modal, it opens on top of that one, three in all.
    /// </param>
    public SlackRoutes Action(SlackAction action, ISlackHandler<SlackPayload.BlockActions> handler, Func<SlackPayload.BlockActions, Modal?> opening)
    {
        openings.Add($"action:{action.Name}", payload => opening((SlackPayload.BlockActions)payload));
        return Action(action, handler);
    }

    public SlackRoutes View(SlackAction callback, ISlackHandler<SlackPayload.ViewSubmission> handler) =>
        Add($"view:{callback.Name}", (payload, context, stop) => handler.HandleAsync((SlackPayload.ViewSubmission)payload, context, stop));

    /// <param name="answer">What Slack is answered, within its three seconds. It sees the submission and nothing else, and may be asked twice.</param>
    public SlackRoutes View(SlackAction callback, ISlackHandler<SlackPayload.ViewSubmission> handler, Func<SlackPayload.ViewSubmission, SubmissionAnswer> answer)
    {
        answers.Add($"view:{callback.Name}", answer);
        return View(callback, handler);
    }

    public SlackRoutes Shortcut(SlackAction callback, ISlackHandler<SlackPayload.MessageShortcut> handler) =>
        Add($"shortcut:{callback.Name}", (payload, context, stop) => handler.HandleAsync((SlackPayload.MessageShortcut)payload, context, stop));

    /// <inheritdoc cref="Action(SlackAction, ISlackHandler{SlackPayload.BlockActions}, Func{SlackPayload.BlockActions, Modal})"/>
    public SlackRoutes Shortcut(SlackAction callback, ISlackHandler<SlackPayload.MessageShortcut> handler, Func<SlackPayload.MessageShortcut, Modal?> opening)
    {
        openings.Add($"shortcut:{callback.Name}", payload => opening((SlackPayload.MessageShortcut)payload));
        return Shortcut(callback, handler);
    }

    /// <param name="key">The envelope's, which becomes the modal's <c>external_id</c>.</param>
    /// <returns>The modal that opens at what somebody typed, pressed or chose; null where none does.</returns>
    public Modal? Opening(SlackPayload payload, string key) =>
        NamesOf(payload).Select(name => openings.GetValueOrDefault(name)?.Invoke(payload)).FirstOrDefault(modal => modal is not null) is { } opened ? opened with { ExternalId = key } : null;

    /// <returns>What becomes of a modal that was submitted; it closes where nobody says otherwise.</returns>
    public SubmissionAnswer Answer(SlackPayload.ViewSubmission submission) =>
        NamesOf(submission).Select(name => answers.GetValueOrDefault(name)).FirstOrDefault(answer => answer is not null)?.Invoke(submission) ?? new SubmissionAnswer.Close();

    /// <returns>False where nobody reacts to it.</returns>
    public async Task<bool> HandleAsync(SlackPayload payload, SlackContext context, CancellationToken stop)
    {
        var handled = false;
        foreach (var name in NamesOf(payload))
        {
            if (!routes.TryGetValue(name, out var route)) continue;
            await route(payload, context, stop);
            handled = true;
        }
        return handled;
    }

    private static IEnumerable<string> NamesOf(SlackPayload payload) => payload switch
    {
        SlackPayload.EventCallback callback => [$"event:{callback.Event.GetType().Name}"],
        SlackPayload.SlashCommand command => [$"command:{command.Command}"],
        SlackPayload.BlockActions actions => actions.Actions.Select(action => $"action:{ActionName(action.ActionId)}").Distinct(StringComparer.Ordinal),
        SlackPayload.ViewSubmission submission => [$"view:{submission.View.CallbackId}"],
        SlackPayload.MessageShortcut shortcut => [$"shortcut:{shortcut.CallbackId}"],
        _ => [],
    };

    // A row of equal buttons numbers them: name#2.
    private static string ActionName(string actionId) => actionId.Split('#')[0];

    private SlackRoutes Add(string name, Func<SlackPayload, SlackContext, CancellationToken, Task> route)
    {
        if (!routes.TryAdd(name, route)) throw new InvalidOperationException($"{name} has two handlers.");
        return this;
    }
}
