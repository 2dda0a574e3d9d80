using LiveSop.Domain.Matching;

namespace LiveSop.Domain.Tests.Matching;

/// <summary>Five examples of each class teach something in any language; nobody knows there what words mean.</summary>
public sealed class LanguageTests
{
    private static readonly Classifier german = Learn(
    [
        ["Der Export hängt seit heute früh", "Unser Wochenexport läuft nicht durch", "CSV-Export bleibt bei 80 Prozent stehen", "Exporte kommen nicht an", "schon wieder ein hängender Monatsexport"],
        ["Ich kann mich nicht anmelden", "Die Anmeldung schlägt fehl", "Niemand kommt mehr ins Konto", "Mein Passwort wird nicht angenommen", "Beim Einloggen erscheint eine leere Seite"],
        ["Bitte die Rechnungsadresse ändern", "Auf der Rechnung steht die falsche Steuernummer", "Wir haben die Rechnung doppelt bekommen", "Könnt ihr die Mairechnung noch einmal schicken?", "Der Rechnungsbetrag stimmt nicht"],
        ["Der Drucker im zweiten Stock druckt nicht", "Papierstau im Etagendrucker", "Bitte neuen Toner für den Drucker", "Drucker ist offline", "Ausdrucke sind ganz blass"],
    ]);

    private static readonly Classifier japanese = Learn(
    [
        ["エクスポートが終わりません", "毎週のエクスポートが止まっています", "CSVのエクスポートが80%で固まりました", "エクスポートしたファイルが届かない", "また出力が止まりました"],
        ["ログインできません", "誰もサインインできない状態です", "パスワードが受け付けられません", "ログイン画面が真っ白になります", "アカウントに入れなくなりました"],
        ["請求書の住所を変更してください", "請求書の税番号が間違っています", "二重に請求されました", "五月の請求書を再送してもらえますか", "請求金額が合いません"],
        ["二階のプリンターが印刷しません", "プリンターで紙が詰まりました", "トナーの交換をお願いします", "プリンターがオフラインです", "印刷がかすれています"],
    ]);

    [Theory]
    [InlineData("Mein Export hängt schon wieder", 0)]
    [InlineData("Der Jahresexport bleibt einfach stehen", 0)]
    [InlineData("anmelden geht nicht mehr", 1)]
    [InlineData("Das Passwort ist angeblich falsch, ich komme nicht ins Konto", 1)]
    [InlineData("falsche Adresse auf der Junirechnung", 2)]
    [InlineData("RECHNUNGEN FUER MAI UND JUNI BITTE NOCHMAL SCHICKEN", 2)]
    [InlineData("kein Toner mehr im Etagendrucker", 3)]
    [InlineData("Der Drucker hat Papierstau", 3)]
    public void german_with_its_compounds(string text, int expected) => german.Guess(text).Class.Should().Be(expected);

    [Theory]
    [InlineData("今日のエクスポートも止まりました", 0)]
    [InlineData("CSVの出力が終わらない", 0)]
    [InlineData("朝からログインできないです", 1)]
    [InlineData("パスワードを入れても入れません", 1)]
    [InlineData("六月の請求書の住所が違います", 2)]
    [InlineData("請求書をもう一度送ってください", 2)]
    [InlineData("三階のプリンターも紙が詰まっています", 3)]
    [InlineData("トナーが切れて印刷されない", 3)]
    public void japanese_without_spaces(string text, int expected) => japanese.Guess(text).Class.Should().Be(expected);

    [Fact]
    public void unrelated_german_is_less_sure() => IsLessSure(german,
        ["Der Export hängt bei mir auch", "Die Anmeldung schlägt bei allen fehl", "Die Rechnung ist falsch", "Drucker im Erdgeschoss ist offline"],
        ["Wer kommt mit zum Mittagessen?", "Am Freitag feiern wir Geburtstag", "Schönes Wochenende euch allen", "Hat jemand meinen Schirm gesehen?"]);

    [Fact]
    public void unrelated_japanese_is_less_sure() => IsLessSure(japanese,
        ["エクスポートがまた止まっています", "私もログインできません", "請求書が間違っています", "三階のプリンターがオフラインです"],
        ["お昼ご飯に行く人いますか", "金曜日は誕生日会です", "良い週末をお過ごしください", "誰か私の傘を見ましたか"]);

    [Theory]
    [InlineData("Hallo zusammen, der Monatsexport hängt wieder", 0, "Monatsexport")]
    [InlineData("Guten Morgen, unser Drucker streikt", 3, "Drucker")]
    public void german_words_say_why(string text, int expected, string word) => german.Reasons(text, expected)[0].Should().Be(word);

    [Theory]
    [InlineData("おはようございます、エクスポートの件です", 0, "エクスポート")]
    [InlineData("すみません、請求書について教えて", 2, "請求書")]
    public void japanese_words_say_why(string text, int expected, string word) => japanese.Reasons(text, expected)[0].Should().Be(word);

    private static void IsLessSure(Classifier learned, string[] related, string[] unrelated) =>
        unrelated.Max(text => learned.Guess(text).Signals.LogOdds).Should().BeLessThan(related.Min(text => learned.Guess(text).Signals.LogOdds));

    private static Classifier Learn(string[][] classes) => Classifier.Train([.. classes.SelectMany((examples, label) => examples.Select(text => (text, label)))], classes.Length);
}
