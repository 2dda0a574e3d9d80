using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>
/// What one person sees in Slack, on a terminal: in colour where it has colour, as plain text in a pipe. Made from Slack's own JSON, whoever built it. What people
/// wrote cannot steer the terminal. Everything that can be pressed has a number, counted on from the last <see cref="Fresh"/>.
/// </summary>
internal sealed class SlackScreen(IAnsiConsole console, Reader reader)
{
    private const string ThreadLine = "  │ ";

    /// <summary>What can be pressed on what was shown so far.</summary>
    public Pressables Pressables { get; private set; } = new();

    /// <summary>For a file or another program: no colours, nothing that moves.</summary>
    public static IAnsiConsole Plain(TextWriter writer, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }

    /// <summary>Numbers begin at 1 again.</summary>
    public void Fresh() => Pressables = new();

    /// <summary>A conversation from its oldest message on, each thread below the message that began it.</summary>
    /// <param name="channel">Its id.</param>
    public void Conversation(string channel, IEnumerable<JsonElement> messages)
    {
        var all = messages.ToList();
        console.Write(new Rule { Title = Markup.Escape(Title(channel)), Justification = Justify.Left, Style = Ink.Dim });
        DateOnly? day = null;
        foreach (var message in all.Where(message => !IsReply(message)))
        {
            if (Day(message) is { } its && its != day) console.Write(new Words().Add(its.ToString("dddd, d MMMM", CultureInfo.InvariantCulture), Ink.Dim).Paragraph());
            if (Day(message) != day) console.WriteLine();
            day = Day(message) ?? day;
            Message(message, channel);
            Thread(message, [.. all.Where(reply => IsReply(reply) && reply.Text("thread_ts") == message.Text("ts"))], channel);
            console.WriteLine();
        }
        Orphans(all, channel);
    }

    /// <param name="channel">The id of the channel that it stands in.</param>
    public void Message(JsonElement message, string? channel = null) => Write(new MessageView(reader, Pressables).Show(message, channel));

    /// <param name="errors">What is wrong with a form's fields, by block id.</param>
    public void View(JsonElement view, IReadOnlyDictionary<string, string>? errors = null) => Write(new ModalView(reader, Pressables).Show(view, errors));

    private void Thread(JsonElement parent, List<JsonElement> replies, string channel)
    {
        var count = Math.Max(replies.Count, parent.Number("reply_count") ?? 0);
        if (count == 0) return;
        Write(Margin.Of(2, new Words().Add(string.Create(CultureInfo.InvariantCulture, $"└ {count} {(count == 1 ? "reply" : "replies")}"), Ink.Mention).Paragraph()));
        foreach (var reply in replies)
        {
            if (reply.Text("ts") != replies[0].Text("ts")) console.Write(new Words().Add(ThreadLine + "\n", Ink.Dim).Paragraph());
            Write(new Margin(ThreadLine, Ink.Dim, new MessageView(reader, Pressables).Show(reply, channel)));
        }
    }

    // Replies whose first message is not among what was given.
    private void Orphans(List<JsonElement> all, string channel)
    {
        foreach (var reply in all.Where(reply => IsReply(reply) && !all.Any(parent => parent.Text("ts") == reply.Text("thread_ts"))))
        {
            Write(new Margin(ThreadLine, Ink.Dim, new MessageView(reader, Pressables).Show(reply, channel)));
            console.WriteLine();
        }
    }

    private void Write(IRenderable shown) => console.Write(shown);

    private string Title(string channel) => channel.StartsWith('D') ? reader.Name(channel) : $"#{reader.Name(channel)}";

    private DateOnly? Day(JsonElement message) => Json.At(message.Text("ts")) is { } at ? DateOnly.FromDateTime(reader.Here(at).Date) : null;

    private static bool IsReply(JsonElement message) => message.Text("thread_ts") is { } thread && thread != message.Text("ts");
}
