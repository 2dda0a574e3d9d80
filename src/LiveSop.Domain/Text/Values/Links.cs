using System.Buffers;
using System.Collections.Frozen;

namespace LiveSop.Domain.Text.Values;

/// <summary>Web addresses, mail addresses, files and code: what points elsewhere.</summary>
internal static class Links
{
    private static readonly SearchValues<char> UrlEnds = SearchValues.Create(" \t\r\n<>\"|`");

    private static readonly string[] Schemes = ["http://", "https://", "ftp://", "sftp://", "ssh://", "s3://", "git://", "www.", "mailto:"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions = Words.Set(
        "pdf doc docx xls xlsx csv tsv txt log json xml yaml yml zip gz tar rar png jpg jpeg gif svg mp4 mov ppt pptx md sql py js ts cs java exe msi dmg pem crt key conf cfg ini eml har bak sh ps1 html css php");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains = Words.Set(
        "com org net io dev app ai co uk de fr es it nl ch at be eu us ca au jp br in edu gov info biz cloud tech");

    public static Value Read(ReadOnlySpan<char> rest, int chunk)
    {
        foreach (var scheme in Schemes)
            if (rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && rest.Length > scheme.Length)
                return new Value(PlaceholderKind.Url, Url(rest));
        var word = rest[..chunk];
        if (IsEmail(word)) return new Value(PlaceholderKind.Email, chunk);
        return FileOrDomain(word);
    }

    public static Value Code(ReadOnlySpan<char> rest)
    {
        var fence = rest.StartsWith("```") ? 3 : 1;
        var close = rest[fence..].IndexOf(fence == 3 ? "```" : "`");
        var inner = close < 0 ? default : rest.Slice(fence, close);
        return close <= 0 || (fence == 1 && inner.Contains('\n')) ? Value.None : new Value(PlaceholderKind.Code, close + (2 * fence));
    }

    /// <summary><c>/var/log/app</c>; a single segment is left, being a command such as <c>/remind</c>.</summary>
    public static Value Path(ReadOnlySpan<char> rest)
    {
        var chunk = Scan.Chunk(rest);
        return rest[..chunk].Count('/') >= 2 && chunk > 4 && rest[1] != '/' ? new Value(PlaceholderKind.File, chunk) : Value.None;
    }

    private static int Url(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny(UrlEnds);
        if (length < 0) length = rest.Length;
        while (Scan.IsClosing(rest[length - 1]) || rest[length - 1] is ')' or ']') length--;
        return length;
    }

    private static bool IsEmail(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf('@');
        return at > 0 && word[(at + 1)..].IndexOf('.') > 0 && !word.Contains('/');
    }

    private static Value FileOrDomain(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && word[1] == ':' && word[2] == '\\') return new Value(PlaceholderKind.File, word.Length);
        var slash = word.IndexOf('/');
        var dot = word.LastIndexOf('.');
        if (dot > 0 && dot < word.Length - 1 && Extensions.Contains(word[(dot + 1)..])) return new Value(PlaceholderKind.File, word.Length);
        var host = slash < 0 ? word : word[..slash];
        dot = host.LastIndexOf('.');
        var known = dot > 1 && Domains.Contains(host[(dot + 1)..]) && char.IsLetter(host[0]);
        return known ? new Value(PlaceholderKind.Url, word.Length) : Value.None;
    }
}
