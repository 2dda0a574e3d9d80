using System.Text.Json;
using LiveSop.Workspace.Screen;
using LiveSop.Workspace.Slack;
using Spectre.Console;

namespace LiveSop.Workspace.Demo;

/// <summary>Tells what happens, and shows what one of the people sees in Slack at that moment.</summary>
internal sealed class Playbill(SlackWorkspace workspace, IAnsiConsole console)
{
    private int scene;
    private SlackScreen? screen;

    public void Scene(string title)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{++scene}.[/] {Markup.Escape(title)}") { Justification = Justify.Left });
        console.WriteLine();
    }

    public void Aside(string text)
    {
        console.Write(new Text(text, new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        console.WriteLine();
    }

    /// <param name="latest">So many of the channel's latest messages.</param>
    /// <param name="threads">With the replies in their threads.</param>
    public void Show(Person reader, string place, int latest, bool threads = false)
    {
        var sight = workspace.Visible(reader, place);
        var messages = sight.Messages.TakeLast(latest).SelectMany(message => threads ? sight.Thread(message.Ts).Prepend(message) : [message]);
        Eyes(reader).Conversation(sight.Place.Id, messages.Select(AsShown));
        if (sight.Modals is [.., var modal]) screen!.View(modal.Json, modal.Errors);
    }

    public void ShowThread(Person reader, string place, string root)
    {
        var sight = workspace.Visible(reader, place);
        Eyes(reader).Conversation(sight.Place.Id, sight.Thread(root).Prepend(sight.Messages.Single(message => message.Ts == root)).Select(AsShown));
    }

    public void ShowModal(Person reader, string place)
    {
        if (workspace.Visible(reader, place).Modals is [.., var modal]) Eyes(reader).View(modal.Json, modal.Errors);
    }

    /// <param name="latest">So many of the latest messages between them and the bot, of threads too.</param>
    public void ShowDirect(Person reader, string place, int latest = 4)
    {
        foreach (var message in workspace.Visible(reader, place).Direct.TakeLast(latest)) Eyes(reader).Message(AsShown(message), message.Place.Id);
        console.WriteLine();
    }

    public void ShowDirect(Person reader, SeenMessage message)
    {
        Eyes(reader).Message(AsShown(message), message.Place.Id);
        console.WriteLine();
    }

    /// <summary>What bears the number on what was shown last; nothing where nothing does.</summary>
    public Pressable? this[int number] => screen?.Pressables[number];

    private SlackScreen Eyes(Person reader)
    {
        console.Write(new Text($"{reader.Account.Name} sees:", new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        return screen = new SlackScreen(console, new Reader(TimeZoneInfo.FindSystemTimeZoneById(reader.Account.Zone), workspace.Now, NameOf));
    }

    private string? NameOf(string id) => workspace.Roster.Find(id)?.Name
        ?? workspace.Roster.All.FirstOrDefault(account => account.BotId == id)?.Name
        ?? workspace.Conversations.Find(id)?.Name
        ?? workspace.Roster.Groups.FirstOrDefault(group => group.Id == id)?.Handle;

    // Slack's own JSON does not say that a message is for one person alone; whoever shows it knows.
    private static JsonElement AsShown(SeenMessage message)
    {
        if (!message.IsEphemeral) return message.Json;
        var marked = System.Text.Json.Nodes.JsonObject.Create(message.Json)!;
        marked["is_ephemeral"] = true;
        return JsonSerializer.SerializeToElement(marked);
    }
}
