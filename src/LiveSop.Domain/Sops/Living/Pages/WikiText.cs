using System.Text.RegularExpressions;

namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>The words of a line of Markdown without what dresses them up: links keep their text, bold and code their inside.</summary>
internal static partial class WikiText
{
    public static string Plain(string markdown)
    {
        var text = Comment().Replace(markdown, " ");
        text = Link().Replace(text, "$1");
        text = Tag().Replace(text, " ");
        text = Dress().Replace(text, "$2");
        return PageText.Unescape(text).TrimEnd(' ', '.', ';');
    }

    [GeneratedRegex("<!--.*?-->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<!\\)(\*\*|__|`+|~~|(?<!\w)[*_](?=\S))(.+?)\1")]
    private static partial Regex Dress();
}
