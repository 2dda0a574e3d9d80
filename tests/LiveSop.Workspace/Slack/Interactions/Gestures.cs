using System.Text.Json;
using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>What a person does to an app, and what comes back: the envelope, its three seconds, and what Slack then shows.</summary>
internal sealed class Gestures(World world, Person person)
{
    private const string Trouble = "Sorry, that didn't work. Try again?";

    private SlackWorkspace Workspace => person.Workspace;

    public Task<Shown> SlashAsync(string place, string command, string text)
    {
        lock (world.Ground.Gate)
        {
            var where = Workspace.Conversation(place);
            var app = Workspace.Installations.Find(i => i.Dead is null && i.Scopes.Contains("commands") && i.App.Manifest.Commands.Any(c => c.Name == command));
            if (app is null) return Task.FromResult<Shown>(new Shown.Failed($"{command} is not a valid command. In Slack, slash commands are used to perform actions."));
            var escape = app.App.Manifest.Commands.First(c => c.Name == command).ShouldEscape;
            var url = world.ResponseUrls.Issue("commands", app, person.Id, where);
            var typed = Typed.ForCommand(text, escape, Workspace);
            return AskAsync(app, "slash_commands", true, json => Payloads.Slash(json, world, person, new Payloads.Command(app, where, command, typed, url)),
                ack => Answered(ack, url, command));
        }
    }

    public Task<Shown> ClickAsync(SeenMessage message, string actionId, string[] chosen)
    {
        lock (world.Ground.Gate)
        {
            var app = Owner(message);
            var placed = Elements.Find(message.Blocks, actionId);
            var url = world.ResponseUrls.Issue("actions", app, person.Id, message.Place);
            url.OriginalTs = message.Ts;
            var state = Workspace.StateOf(message.Place, message.Ts);
            if (placed.IsStateful) state.Enter(placed.BlockId, placed.ActionId, chosen);
            return AskAsync(app, "interactive", true, json => Payloads.Click(json, world, person, new Payloads.MessageClick(app, message, placed, state, url), chosen), Quiet);
        }
    }

    public Task<Shown> ClickAsync(View view, string actionId, string[] chosen)
    {
        lock (world.Ground.Gate)
        {
            var placed = Elements.Find(view.Blocks, actionId);
            if (placed.IsStateful) view.State.Enter(placed.BlockId, placed.ActionId, chosen);
            if (!placed.Dispatches) return Task.FromResult<Shown>(new Shown.Nothing());
            return AskAsync(view.App, "interactive", true, json => Payloads.Click(json, world, person, view, placed, chosen), Quiet);
        }
    }

    public Task<Shown> SubmitAsync(View view, IReadOnlyList<(string Id, string Value)> values)
    {
        lock (world.Ground.Gate)
        {
            foreach (var (id, value) in values) Enter(view, id, value);
            var missing = Submission.Missing(view);
            if (missing.Count > 0)
            {
                view.Errors = missing;
                return Task.FromResult<Shown>(new Shown.Refused(missing));
            }
            return AskAsync(view.App, "interactive", true, json => Payloads.Submit(json, world, person, view), ack => Submission.Answered(world.Ground, view, ack));
        }
    }

    public Task<Shown> CloseAsync(View view, bool all)
    {
        lock (world.Ground.Gate)
        {
            var cleared = all || view.ClearsOnClose;
            if (cleared) Workspace.Views.Clear(view); else Workspace.Views.Close(view);
            world.Ground.Bell.Ring();
            if (!view.NotifiesOnClose) return Task.FromResult<Shown>(new Shown.Closed());
            return AskAsync(view.App, "interactive", false, json => Payloads.Closed(json, person, view, cleared), _ => new Shown.Closed());
        }
    }

    public Task<Shown> ShortcutAsync(string callbackId)
    {
        lock (world.Ground.Gate)
        {
            var app = WithShortcut(callbackId, ofMessage: false);
            return AskAsync(app, "interactive", false, json => Payloads.Shortcut(json, world, person, app, callbackId), Quiet);
        }
    }

    public Task<Shown> ShortcutAsync(string callbackId, SeenMessage message)
    {
        lock (world.Ground.Gate)
        {
            var app = WithShortcut(callbackId, ofMessage: true);
            var url = world.ResponseUrls.Issue("actions", app, person.Id, message.Place);
            url.OriginalTs = message.Ts;
            return AskAsync(app, "interactive", false, json => Payloads.Shortcut(json, world, person, new Payloads.MessageShortcut(app, message, callbackId, url)), Quiet);
        }
    }

    public Task<Shown> SuggestAsync(View view, string actionId, string typed)
    {
        lock (world.Ground.Gate)
        {
            var placed = Elements.Find(view.Blocks, actionId);
            return AskAsync(view.App, "interactive", true, json => Payloads.Suggest(json, person, view, placed, typed), Options);
        }
    }

    public Task<Shown> SuggestAsync(SeenMessage message, string actionId, string typed)
    {
        lock (world.Ground.Gate)
        {
            var app = Owner(message);
            var placed = Elements.Find(message.Blocks, actionId);
            return AskAsync(app, "interactive", true, json => Payloads.Suggest(json, person, app, message, (placed, typed)), Options);
        }
    }

    public void OpenHome(string bot, string tab)
    {
        lock (world.Ground.Gate)
        {
            var app = Workspace.Installations.Find(i => i.Bot.Handle == bot) ?? throw new ArgumentException($"No app's bot is called {bot}.", nameof(bot));
            var direct = person.DirectWith(bot);
            world.News.To(app, "app_home_opened", json =>
            {
                json.WriteString("user", person.Id);
                json.WriteString("channel", direct.Id);
                json.WriteString("tab", tab);
                if (tab == "home" && Workspace.Views.Home(person.Id, app) is { } home) json.Write("view", home.Json);
                json.WriteString("event_ts", direct.Stamp(world.Ground.Now));
            });
        }
    }

    private Task<Shown> AskAsync(Installation app, string type, bool acceptsPayload, Action<Utf8JsonWriter> payload, Func<Delivery, Shown> answered)
    {
        var shown = new TaskCompletionSource<Shown>(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Postman.SendAction(app.App, type, JsonBytes.Of(payload), acceptsPayload, delivery => shown.SetResult(answered(delivery)));
        return shown.Task;
    }

    private Shown Answered(Delivery ack, ResponseUrl url, string command)
    {
        if (ack.State != DeliveryState.Acked) return SlashFailed(ack, url, command);
        if (ack.Response is not { } said) return new Shown.Nothing();
        if (Responding.Say(url, Arguments.Of(said), world.Ground) is { } problem)
        {
            world.Ground.Blame("ack", problem);
            return new Shown.Failed($"{command} failed with the error \"{problem}\"");
        }
        var whispered = Workspace.Ephemerals.FindLast(e => e.Place == url.Place && e.Message.Ts == url.OriginalTs);
        var message = whispered?.Message ?? url.Place.Log.Find(url.OriginalTs)!;
        return new Shown.Said(SeenMessage.Of(url.Place, message, world.Ground.Root, whispered is not null));
    }

    private Shown.Failed SlashFailed(Delivery ack, ResponseUrl url, string command)
    {
        var error = ack.State == DeliveryState.Unsent ? "dispatch_failed" : "operation_timeout";
        var text = $"{command} failed with the error \"{error}\"";
        Workspace.Show(new Ephemeral(url.Place, person.Id, new Message { Ts = url.Place.Stamp(world.Ground.Now), User = "USLACKBOT", Text = text }));
        return new Shown.Failed(text);
    }

    private Shown Quiet(Delivery ack) => ack.State == DeliveryState.Acked ? new Shown.Nothing() : new Shown.Failed(Trouble);

    private Shown Options(Delivery ack)
    {
        if (ack.State != DeliveryState.Acked) return new Shown.Failed("Could not load results.");
        if (ack.Response is not { } said) return new Shown.Offered([]);
        List<JsonElement> options = [.. said.Items("options"), .. said.Items("option_groups").SelectMany(g => g.Items("options"))];
        if (options.Count <= 100) return new Shown.Offered(options);
        world.Ground.Blame("ack", "more than 100 options");
        return new Shown.Failed("Could not load results.");
    }

    private static void Enter(View view, string id, string value)
    {
        var wanted = Elements.In(view.Blocks).Where(p => p.ActionId == id || $"{p.BlockId}/{p.ActionId}" == id || p.BlockId == id).ToList();
        if (wanted.Count == 0)
        {
            var there = string.Join(", ", Elements.In(view.Blocks).Select(p => $"{p.BlockId}/{p.ActionId}"));
            throw new ArgumentException($"The modal has no input {id}; there are: {there}.", nameof(id));
        }
        var several = wanted[0].Type.StartsWith("multi_", StringComparison.Ordinal) || wanted[0].Type is "checkboxes" or "file_input";
        view.State.Enter(wanted[0].BlockId, wanted[0].ActionId, value.Length == 0 ? [] : several ? value.Split('\n') : [value]);
    }

    private Installation Owner(SeenMessage message) =>
        Workspace.Installations.Find(i => i.Bot.BotId == message.Json.Text("bot_id")) ?? throw new ArgumentException("The message is by no app that is installed here.", nameof(message));

    private Installation WithShortcut(string callbackId, bool ofMessage) =>
        Workspace.Installations.Find(i => i.App.Manifest.Shortcuts.Any(s => s.CallbackId == callbackId && s.OfMessage == ofMessage))
            ?? throw new ArgumentException($"No app has such a shortcut: {callbackId}.", nameof(callbackId));
}
