using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Handlers;

/// <summary>What the bot reacts to: one handler for each event, command, action, view and shortcut. What has none is acknowledged and let go.</summary>
internal sealed class SlackRoutes
{
    private readonly Dictionary<string, Func<SlackPayload, SlackContext, CancellationToken, Task>> routes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Func<SlackPayload, string, Modal?>> openings = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Func<SlackPayload.ViewSubmission, string, SubmissionAnswer>> answers = new(StringComparer.Ordinal);

    /// <summary>Every name that has a handler, as <c>event:…</c>, <c>command:…</c>, <c>action:…</c>, <c>view:…</c>, <c>shortcut:…</c>.</summary>
    public IReadOnlyCollection<string> Names => routes.Keys;

    public SlackRoutes On<TEvent>(ISlackHandler<TEvent> handler) where TEvent : SlackEvent =>
        Add($"event:{typeof(TEvent).Name}", (payload, context, stop) => handler.HandleAsync((TEvent)((SlackPayload.EventCallback)payload).Event, context, stop));

    /// <param name="command">With its slash.</param>
    public SlackRoutes Command(string command, ISlackHandler<SlackPayload.SlashCommand> handler) =>
        Add($"command:{command}", (payload, context, stop) => handler.HandleAsync((SlackPayload.SlashCommand)payload, context, stop));

    /// <param name="opening">What opens at once where what was typed asks for a modal; null where it does not.</param>
    public SlackRoutes Command(string command, ISlackHandler<SlackPayload.SlashCommand> handler, Func<SlackPayload.SlashCommand, string, Modal?> opening)
    {
        openings.Add($"command:{command}", (payload, externalId) => opening((SlackPayload.SlashCommand)payload, externalId));
        return Command(command, handler);
    }

    public SlackRoutes Action(SlackAction action, ISlackHandler<SlackPayload.BlockActions> handler) =>
        Add($"action:{action.Name}", (payload, context, stop) => handler.HandleAsync((SlackPayload.BlockActions)payload, context, stop));

    /// <param name="opening">What opens at once, under the given <c>external_id</c>, since Slack lets a modal open for three seconds only; the handler fills it.</param>
    public SlackRoutes Action(SlackAction action, ISlackHandler<SlackPayload.BlockActions> handler, Func<string, Modal> opening)
    {
        openings.Add($"action:{action.Name}", (_, externalId) => opening(externalId));
        return Action(action, handler);
    }

    /// <param name="opening">The same, where what opens depends on what was pressed; null where nothing does.</param>
    public SlackRoutes Action(SlackAction action, ISlackHandler<SlackPayload.BlockActions> handler, Func<SlackPayload, string, Modal?> opening)
    {
        openings.Add($"action:{action.Name}", opening);
        return Action(action, handler);
    }

    public SlackRoutes View(SlackAction callback, ISlackHandler<SlackPayload.ViewSubmission> handler) =>
        Add($"view:{callback.Name}", (payload, context, stop) => handler.HandleAsync((SlackPayload.ViewSubmission)payload, context, stop));

    /// <param name="answer">What the modal does at once, under the key that names the submission. Without one it closes.</param>
    public SlackRoutes View(SlackAction callback, ISlackHandler<SlackPayload.ViewSubmission> handler, Func<SlackPayload.ViewSubmission, string, SubmissionAnswer> answer)
    {
        answers.Add(callback.Name, answer);
        return View(callback, handler);
    }

    public SlackRoutes Shortcut(SlackAction callback, ISlackHandler<SlackPayload.MessageShortcut> handler) =>
        Add($"shortcut:{callback.Name}", (payload, context, stop) => handler.HandleAsync((SlackPayload.MessageShortcut)payload, context, stop));

    /// <inheritdoc cref="Action(SlackAction, ISlackHandler{SlackPayload.BlockActions}, Func{string, Modal})"/>
    public SlackRoutes Shortcut(SlackAction callback, ISlackHandler<SlackPayload.MessageShortcut> handler, Func<string, Modal> opening)
    {
        openings.Add($"shortcut:{callback.Name}", (_, externalId) => opening(externalId));
        return Shortcut(callback, handler);
    }

    /// <returns>The modal that opens at what somebody pressed or chose; null where none does.</returns>
    public Modal? Opening(SlackPayload pressed, string externalId) =>
        NamesOf(pressed).Select(name => openings.GetValueOrDefault(name)).OfType<Func<SlackPayload, string, Modal?>>().FirstOrDefault()?.Invoke(pressed, externalId);

    /// <returns>Null where the modal just closes.</returns>
    public SubmissionAnswer? Answer(SlackPayload submitted, string key) =>
        submitted is SlackPayload.ViewSubmission { View.CallbackId: { } callback } submission ? answers.GetValueOrDefault(callback)?.Invoke(submission, key) : null;

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
