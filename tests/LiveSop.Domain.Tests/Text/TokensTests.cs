using LiveSop.Domain.Text;

namespace LiveSop.Domain.Tests.Text;

public sealed class TokensTests
{
    [Theory]
    [InlineData("What's wrong? I'm stuck, can't log-in", "what is wrong i am stuck can not log in")]
    [InlineData("DON’T touch the customer's file", "do not touch the customer file")]
    [InlineData("we'll see :smile: {email} 👍", "we will see {email} 👍")]
    [InlineData("cannot, won't, let's", "can not will not let us")]
    [InlineData("Größe prüfen", "größe prüfen")]
    [InlineData("再起動する", "再起 起動 動す する")]
    [InlineData("", "")]
    [InlineData("... !? {nonsense", "nonsense")]
    public void reads_words(string text, string expected) => string.Join(' ', Tokens.Of(text)).Should().Be(expected);
}

public sealed class SentencesTests
{
    [Theory]
    [InlineData("hi. can you check? thanks", "hi.|can you check?|thanks")]
    [InlineData("Dr. Who saw e.g. this. Then that.", "Dr. Who saw e.g. this.|Then that.")]
    [InlineData("Hmm... let me see", "Hmm...|let me see")]
    [InlineData("- first\n* second\n3. third", "first|second|third")]
    [InlineData("see v2.3.1 at example.com/x.y now!! ok", "see v2.3.1 at example.com/x.y now!!|ok")]
    [InlineData("終わりました。次は？", "終わりました。|次は？")]
    [InlineData("...", "")]
    [InlineData("done :tada:. next", "done :tada:.|next")]
    public void splits_chat(string text, string expected) => string.Join('|', Sentences.Split(text)).Should().Be(expected);
}
