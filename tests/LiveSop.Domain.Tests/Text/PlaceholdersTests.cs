using LiveSop.Domain.Text;

namespace LiveSop.Domain.Tests.Text;

public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("write to ana.lopez+x@mail.example.com.", "write to {email}.")]
    [InlineData("see https://example.com/a_(b)?q=1, ok", "see {url}, ok")]
    [InlineData("open status.example.io/incidents please", "open {url} please")]
    [InlineData("3 of 12 jobs", "{number} of {number} jobs")]
    [InlineData("1,000.50 rows, 30GB", "{number} rows, {number}GB")]
    [InlineData("order 483920 is late", "order {id} is late")]
    [InlineData("order #4839", "order {id}")]
    [InlineData("order AB-20391-X", "order {id}")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000 failed", "{id} failed")]
    [InlineData("commit 9f2c1ab", "commit {id}")]
    [InlineData("see OPS-123.", "see {issue}.")]
    [InlineData("it costs $20 or 20 EUR or €1,50 or USD 5", "it costs {money} or {money} or {money} or {money}")]
    [InlineData("on 2024-05-12 or 12/05/2024 or 12.05.24", "on {date} or {date} or {date}")]
    [InlineData("2024-05-12T10:30:00Z start", "{date} start")]
    [InlineData("on May 12th, 2024 and 12th of June and Friday", "on {date} and {date} and {date}")]
    [InlineData("at 14:30 or 3pm or 9 a.m. sharp", "at {time} or {time} or {time} sharp")]
    [InlineData("call +49 170 1234567 or (555) 123-4567", "call {phone} or {phone}")]
    [InlineData("host 10.0.0.12:8080 and 2001:db8::1", "host {ip} and {ip}")]
    [InlineData("use xoxb-123456789012-abcdefGHIJ now", "use {secret} now")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE", "key {secret}")]
    [InlineData("password: hunter2!", "{secret}!")]
    [InlineData("my password is abc123", "my {secret}")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w", "{secret}")]
    [InlineData("@ana can you", "{person} can you")]
    [InlineData("@Ana Lopez can you", "{person} can you")]
    [InlineData("ask in #help-desk", "ask in {channel}")]
    [InlineData("see report.pdf in /var/log/app/today", "see {file} in {file}")]
    [InlineData("run `rm -rf x` now", "run {code} now")]
    public void masks_values_by_their_kind(string text, string masked) => Placeholders.Mask(text).Should().Be(masked);

    [Theory]
    [InlineData("password is wrong")]
    [InlineData("I forgot my password")]
    [InlineData("it works on Office365 with OAuth2, k8s and UTF-8")]
    [InlineData("we are here 24/7")]
    [InlineData("e.g. this, i.e. that... and so on")]
    [InlineData("you may march on; the token expired")]
    [InlineData("and/or he/she")]
    [InlineData("ich hätte gern Hilfe, お願いします")]
    public void leaves_ordinary_words_alone(string text) => Placeholders.Mask(text).Should().BeSameAs(text);

    [Theory]
    [InlineData("")]
    [InlineData("@ # $ + ( : / `")]
    [InlineData("``` unclosed ` 1. 2- +")]
    [InlineData("mail a@b.com, order 12345, `x`, password: y y y, 3pm {email}")]
    [InlineData("1.1.1.1.1.1 99:99:99 31/31/31 12-12-12-12 --- 5-")]
    [InlineData("😀 +1😀 ＠全角 １２３ #ß")]
    public void what_was_masked_can_be_put_back(string text)
    {
        var masked = Placeholders.MaskReversibly(text);
        masked.Text.Should().Be(Placeholders.Mask(text));
        masked.Unmask().Should().Be(text);
    }

    [Fact]
    public void survives_any_characters_in_any_order()
    {
        var random = new Random(7);
        const string Alphabet = "ab1 2.:/@#$-+()`'’{}\n,;x=%€ä日pm";
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 24).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Placeholders.MaskReversibly(text).Unmask().Should().Be(text);
        }
    }

    [Theory]
    [InlineData("Hi Marta, the worker of Ana is down", "Hi {person}, the worker of {person} is down")]
    [InlineData("Will Smith said it will work, Mark it", "{person} said it will work, Mark it")]
    [InlineData("Hi team. Thanks Can you", "Hi team. Thanks Can you")]
    [InlineData("ana is lower-case and SSO is no name", "ana is lower-case and SSO is no name")]
    public void masks_names_of_people(string text, string masked) =>
        new PeopleNames(["Ana López", "Will Smith", "mark.jones"]).Mask(text).Should().Be(masked);
}
