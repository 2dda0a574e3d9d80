using System.Text;
using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.Export;

/// <summary>A piece of a Slack text: plain words, somebody's name, or a link.</summary>
internal sealed record WirePiece(string Text, Colleague? Person = null, string? Link = null);

/// <summary>Slack's markup taken apart, for sources that have another.</summary>
internal static class WireText
{
    private static readonly Dictionary<string, Colleague> People =
        House.People.Append(House.Unlisted).ToDictionary(p => p.Id, StringComparer.Ordinal);

    public static string Plain(string wire)
    {
        var text = new StringBuilder(wire.Length);
        foreach (var piece in Pieces(wire)) text.Append(piece.Person is null ? piece.Text : "@" + piece.Text);
        return text.ToString();
    }

    public static IEnumerable<WirePiece> Pieces(string wire)
    {
        for (var at = 0; at < wire.Length;)
        {
            var open = wire.IndexOf('<', at);
            var end = open < 0 ? wire.Length : open;
            if (end > at) yield return new WirePiece(Unescaped(wire[at..end]));
            if (open < 0) yield break;
            at = wire.IndexOf('>', open) + 1;
            yield return Tag(wire[(open + 1)..(at - 1)]);
        }
    }

    private static WirePiece Tag(string inside)
    {
        if (inside[0] == '@' && People.TryGetValue(inside[1..], out var person)) return new WirePiece(person.Name, person);
        if (inside[0] == '!') return new WirePiece("@" + inside[1..]);
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? new WirePiece(inside, Link: inside) : new WirePiece(inside[(bar + 1)..], Link: inside[..bar]);
    }

    private static string Unescaped(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);
}
