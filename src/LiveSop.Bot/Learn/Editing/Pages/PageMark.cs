using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Living.Pages;

namespace LiveSop.Bot.Learn.Editing.Pages;

/// <summary>
/// Of which procedure a page is, and as it stood when: a quoted line of plain words, which outlives editors that drop comments and is passed over by whoever
/// reads the page. No permission.
/// </summary>
/// <param name="Number">By which people name the procedure.</param>
/// <param name="State">Tells what the procedure said when the page was written.</param>
internal sealed partial record PageMark(int Number, string State)
{
    private const int StateLength = 12;

    /// <param name="body">As <see cref="Storage.Sops.ProcedureFormat"/> writes it.</param>
    public static PageMark Of(int number, string body) => new(number, StateOf(body));

    /// <returns>Null where the page has none: it is somebody's own.</returns>
    public static PageMark? In(string page) => Line().Match(page) is { Success: true } mark && int.TryParse(mark.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new(number, mark.Groups[2].Value.ToLowerInvariant())
        : null;

    public bool IsOf(string body) => State == StateOf(body);

    /// <summary>The procedure as a page with this mark under its title.</summary>
    public string Write(Procedure procedure)
    {
        var page = ProcedureMarkdown.Write(procedure);
        var title = page.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        return string.Create(CultureInfo.InvariantCulture, $"{page[..title]}> This is SOP {Number} in state {State}. Leave this line; then give the page back to me in our direct messages.\n>\n{page[title..]}");
    }

    /// <summary>Stored JSON may come back with other blanks: what counts is what it says.</summary>
    private static string StateOf(string body)
    {
        var said = Storage.Sops.ProcedureFormat.Write(Storage.Sops.ProcedureFormat.Read(body));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..StateLength];
    }

    [GeneratedRegex(@"^.{0,20}This is SOP (\d{1,9}) in state ([0-9a-fA-F]{12})\b", RegexOptions.Multiline)]
    private static partial Regex Line();
}
