using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>A modal in its box, with its fields and what sends or closes it; a home without one.</summary>
internal sealed class ModalView(Reader reader, Pressables pressables)
{
    /// <param name="errors">What is wrong with its fields, by block id, after it was sent.</param>
    public IRenderable Show(JsonElement view, IReadOnlyDictionary<string, string>? errors = null)
    {
        var id = view.Text("id") ?? "";
        var blocks = new BlockView(reader, pressables, errors) { IsAiry = view.Text("type") != "home" };
        var body = blocks.Show(view.Items("blocks"), new Place(null, null, id, null));
        return view.Text("type") == "home" ? body : new Panel(new Rows(body, new Text(""), Ends(view, id)))
        {
            Header = new PanelHeader(Markup.Escape($"┤ {Printable.Line(view.Words("title") ?? "")} ├")),
            Border = BoxBorder.Rounded,
            BorderStyle = Ink.Dim,
            Padding = new Padding(2, 1, 2, 0),
            Expand = true,
        };
    }

    private Flow Ends(JsonElement view, string id)
    {
        var ends = new List<(string, Style)>();
        if (view.Words("submit") is { } submit)
        {
            var label = Printable.Line(submit);
            ends.Add(($"{pressables.Add(number => new Pressable.Submit(number, label, id))} {label}", Ink.Primary));
        }
        var close = Printable.Line(view.Words("close") ?? "Cancel");
        ends.Add(($"{pressables.Add(number => new Pressable.Close(number, close, id))} {close}", Ink.Press));
        return new(ends);
    }
}
