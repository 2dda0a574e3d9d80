using System.Globalization;
using System.Text;
using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.Wording;

/// <summary>What a case is about: the values that its people mention, by slot.</summary>
internal sealed class Facts
{
    private static readonly string[] First = ["anna", "bruno", "chloe", "david", "erik", "fatima", "gwen", "hugo", "iris", "jakob", "karin", "luis", "mona", "nils"];
    private static readonly string[] Last = ["berg", "costa", "dahl", "evans", "fischer", "grant", "hansen", "jensen", "keller", "lopez", "moreau", "novak"];
    private static readonly string[] Reports = ["stock levels", "weekly orders", "returns by shop", "margin by region", "sell-through", "supplier scorecard", "open orders"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Facts(Customer customer, Dice dice)
    {
        Who(customer, dice);
        Money(customer, dice);
        Systems(customer, dice);
    }

    public void Set(string slot, string value) => _values[slot] = value;

    /// <summary>The text as Slack carries it: signs that mean markup escaped, values put in as they are.</summary>
    /// <exception cref="FormatException">A slot nobody knows.</exception>
    public string Fill(string template)
    {
        var text = new StringBuilder(template.Length + 40);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '$') { Escape(template[i], text); continue; }
            var end = i + 1;
            while (end < template.Length && char.IsAsciiLetterLower(template[end])) end++;
            var slot = template[(i + 1)..end];
            text.Append(_values.TryGetValue(slot, out var value) ? value : throw new FormatException($"No value for ${slot} in: {template}"));
            i = end - 1;
        }
        return text.ToString();
    }

    private static void Escape(char c, StringBuilder text) =>
        _ = c switch { '&' => text.Append("&amp;"), '<' => text.Append("&lt;"), '>' => text.Append("&gt;"), _ => text.Append(c) };

    private void Who(Customer customer, Dice dice)
    {
        var user = $"{dice.Pick(First)}.{dice.Pick(Last)}";
        Set("customer", dice.Chance(0.3) ? customer.Name.Split(' ')[0] : customer.Name.Replace("&", "&amp;", StringComparison.Ordinal));
        Set("contact", customer.Contact);
        Set("domain", customer.Domain);
        Set("country", customer.Code is "GB" or "US" or "NL" ? "the " + customer.Country : customer.Country);
        Set("email", dice.Chance(0.5) ? $"<mailto:{user}@{customer.Domain}|{user}@{customer.Domain}>" : $"{user}@{customer.Domain}");
        Set("workspace", dice.Below(4) switch
        {
            0 => $"ws_{Code(dice, 6)}",
            1 => $"{customer.Slug}-prod",
            2 => Number(dice, 10000, 99999),
            _ => $"{customer.Slug}-{dice.Pick(["eu", "us", "emea", "main", "hq"])}",
        });
    }

    private void Money(Customer customer, Dice dice)
    {
        var amount = dice.Between(90, 9400);
        Set("amount", dice.Below(3) switch { 0 => $"€{amount}", 1 => $"{amount}.{dice.Below(100):D2} EUR", _ => $"{amount / 10 * 10} USD" });
        Set("invoice", dice.Below(3) switch { 0 => "INV-" + Number(dice, 20000, 29999), 1 => "2026-" + Number(dice, 1000, 9999), _ => "#" + Number(dice, 20000, 29999) });
        Set("order", "SO-" + Number(dice, 3000, 9999));
        Set("vat", customer.Code + Number(dice, 100000000, 999999999));
        Set("rate", dice.Pick(["19%", "20%", "21%", "23%", "25%", "0%"]));
        Set("seats", Number(dice, 3, 60));
        Set("plan", dice.Pick(["Growth", "Scale", "Business", "Enterprise"]));
        Set("discount", dice.Pick(["5%", "8%", "10%", "12%", "15%"]));
    }

    private void Systems(Customer customer, Dice dice)
    {
        Set("idp", dice.Pick(["Okta", "Entra", "Google", "OneLogin", "Ping"]));
        Set("error", dice.Pick(["SAML_RESPONSE_INVALID", "AUDIENCE_MISMATCH", "E-4012", "error 4031", "\"signature could not be verified\"", "AADSTS50105"]));
        Set("job", dice.Below(3) switch { 0 => "exp-" + Code(dice, 5), 1 => "job " + Number(dice, 400000, 499999), _ => "#" + Number(dice, 400000, 499999) });
        Set("report", dice.Pick(Reports));
        Set("worker", $"ingest-{dice.Pick(["eu", "us", "ap"])}-{dice.Between(1, 9)}");
        Set("percent", dice.Between(2, 9) + dice.Pick(["1%", "4%", "7%", "9%"]));
        Set("rows", dice.Pick(["1.2M", "800k", "3 million", "450,000", "2.4M", "1,050,000"]));
        Set("status", dice.Pick(["500", "502", "504", "timeout", "connection refused", "TLS handshake error"]));
        Set("url", dice.Pick(["<https://hooks.", "<https://api.", "<https://in."]) + customer.Domain + dice.Pick(["/orders>", "/events>", "/v2/stock>", "/tarnbrook>"]));
        Set("endpoint", dice.Pick(["/v2/orders", "/v2/stock", "/v1/items", "/v2/prices", "/v2/search"]));
        Set("limit", dice.Pick(["600", "1,000", "1200", "2,000", "3000"]) + dice.Pick([" req/min", " rpm", " per minute", " requests a minute"]));
        Set("ticket", "OPS-" + Number(dice, 200, 989));
        Set("count", Number(dice, 14, 900));
        Set("days", Number(dice, 3, 28));
        Set("time", $"{dice.Between(6, 17):D2}:{dice.Below(12) * 5:D2} UTC");
        Set("link", $"<https://status.{House.Domain}/i/{Code(dice, 6)}>");
        Set("doc", $"<https://docs.{House.Domain}/{dice.Pick(["sso/setup", "api/limits", "webhooks/retries", "exports/large", "billing/tax"])}>");
    }

    private static string Number(Dice dice, int low, int high) => dice.Between(low, high).ToString(CultureInfo.InvariantCulture);

    private static string Code(Dice dice, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => "abcdefghjkmnpqrstuvwxyz23456789"[dice.Below(31)]));
}
