using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>One message: who and when, what it says, its files and reactions.</summary>
internal sealed class MessageView(Reader reader, Pressables pressables)
{
    private const int BodyIndent = 2;

    private readonly MrkdwnText mrkdwn = new(reader);
    private readonly BlockView blocks = new(reader, pressables);

    /// <param name="channel">The channel that it stands in, for what is pressed on it.</param>
    public IRenderable Show(JsonElement message, string? channel)
    {
        if (IsNote(message)) return Note(message);
        var place = new Place(channel, message.Text("ts"), null, null, IsOnlyForYou(message));
        var body = new List<IRenderable> { Body(message, place) };
        body.AddRange(message.Items("attachments").Select(attachment => MrkdwnText.Quote(Body(attachment, place))));
        body.AddRange(message.Items("files").Select(file => new Words().Add($"▤ {file.Text("title") ?? file.Text("name")}", Ink.Italic).Paragraph()));
        if (message.Items("reactions").Any()) body.Add(Reactions(message));
        var parts = new List<IRenderable> { Head(message), Margin.Of(BodyIndent, new Rows(body)) };
        if (IsOnlyForYou(message)) parts.Insert(0, new Words().Add("◌ Only visible to you", Ink.OnlyYou).Paragraph());
        return new Rows(parts);
    }

    private static bool IsOnlyForYou(JsonElement message) => message.Is("is_ephemeral") || message.Text("ephemeral_for") is not null;

    private static bool IsNote(JsonElement message) => message.Text("subtype") is { } subtype
        && (subtype.StartsWith("channel_", StringComparison.Ordinal) || subtype.StartsWith("group_", StringComparison.Ordinal));

    private Paragraph Head(JsonElement message)
    {
        var words = new Words().Add(Author(message), Ink.Bold);
        if (message.Text("bot_id") is not null) words.Add(" APP", Ink.Dim);
        words.Add($"  {Time(message)}", Ink.Dim);
        if (message.Part("edited") is not null) words.Add("  (edited)", Ink.Dim);
        if (message.Text("subtype") == "thread_broadcast") words.Add("  replied to a thread", Ink.Dim);
        return words.Paragraph();
    }

    private string Author(JsonElement message) =>
        message.Text("username") ?? (message.Text("user") is { } user ? reader.Name(user) : message.Part("bot_profile")?.Text("name") ?? reader.Name(message.Text("bot_id") ?? "somebody"));

    private string Time(JsonElement message) => Json.At(message.Text("ts")) is { } at ? reader.Here(at).ToString("HH:mm", CultureInfo.InvariantCulture) : "";

    private IRenderable Note(JsonElement message)
    {
        var text = message.Text("text") ?? $"{message.Text("subtype")}";
        return Margin.Of(BodyIndent, mrkdwn.Show(text, Ink.Dim));
    }

    private IRenderable Body(JsonElement message, Place place) => message.Items("blocks").Any()
        ? blocks.Show(message.Items("blocks"), place)
        : mrkdwn.Show(message.Text("text") ?? message.Text("fallback") ?? "");

    private static Flow Reactions(JsonElement message) => new([.. message.Items("reactions").Select(reaction =>
        (Printable.Line($"{EmojiNames.Show(reaction.Text("name") ?? "")} {reaction.Number("count") ?? reaction.Items("users").Count()}"), Ink.Dim))]);
}
