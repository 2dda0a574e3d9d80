using System.Collections.Frozen;
using System.Collections.Concurrent;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>
/// The word that stands for all its forms and for those that support people use in its place: "bounced" counts with "restart",
/// "screenshot" with "picture". Only to compare texts; a title keeps its own words.
/// </summary>
internal static class Kin
{
    private const int MostRemembered = 20_000;

    private static readonly ConcurrentDictionary<string, string> Remembered = new(StringComparer.Ordinal);

    private static readonly string[] Groups =
    [
        "restart reboot bounce recycle relaunch reload kick", "check look inspect review examine view see open investigate analyse analyze dig trace read pull study",
        "close resolve finish settle wrap conclude solve archive end shut", "send mail email forward dispatch post deliver", "test try retry attempt retest recheck",
        "fix correct repair adjust mend amend update change modify", "enable reactivate activate resume unpause re-enable switch restore", "delete erase remove purge wipe clear clean",
        "refund reimburse reimbursement repay", "log record note document enter register store", "upload import install add load", "resend redeliver replay re-send repeat rerun re-run",
        "requeue resubmit re-submit re-queue", "raise increase lift bump extend", "explain describe tell inform", "book reserve booking reservation", "schedule arrange organize organise plan",
        "problem issue trouble error fault failure", "picture screenshot image photo snapshot", "certificate cert", "invoice bill", "url link endpoint address hook webhook", "worker server host node pod machine",
        "case ticket matter thread", "licence license seat", "contract agreement", "config configuration setup setting", "customer client", "log history", "fresh new latest", "everything all",
        "sso single-sign-on saml", "name username", "unavailable unavail", "available avail", "date day", "cap limit ceiling", "extra additional more", "twice double duplicate two",
        "data record", "need want require wish", "export download", "stuck hang frozen stall",
    ];

    private static readonly FrozenDictionary<string, string> Heads = Groups
        .SelectMany(group => Words.List(group).Select(word => (Stem: Stems.Of(word), Head: Stems.Of(Words.List(group)[0]))))
        .DistinctBy(pair => pair.Stem)
        .ToFrozenDictionary(pair => pair.Stem, pair => pair.Head, StringComparer.Ordinal);

    /// <param name="token">In lower case, as <see cref="Tokens"/> gives it.</param>
    public static string Of(string token)
    {
        if (Remembered.TryGetValue(token, out var known)) return known;
        var found = Find(token);
        if (Remembered.Count < MostRemembered) Remembered[token] = found;
        return found;
    }

    private static string Find(string token)
    {
        var verb = Verbs.OfPast(token) ?? Verbs.OfGerund(token);
        var stem = Stems.Of(verb is not null && Verbs.IsBase(verb) ? verb : token);
        return Heads.GetValueOrDefault(stem, stem);
    }
}
