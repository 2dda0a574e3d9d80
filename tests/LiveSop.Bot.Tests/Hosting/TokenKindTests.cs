using LiveSop.Bot.Hosting;

namespace LiveSop.Bot.Tests.Hosting;

public sealed class TokenKindTests
{
    [Fact]
    public void the_right_tokens_are_taken()
    {
        TokenKind.Bot.Complaint("xoxb-1234567890-abcDEF").Should().BeNull();
        TokenKind.App.Complaint("xapp-1-A123-456-abcdef0123").Should().BeNull();
    }

    [Theory]
    [InlineData("", "Nothing was given")]
    [InlineData("xapp-1-A1-2-s3cret", "It is the app-level token; it needs the Bot User OAuth Token")]
    [InlineData("xoxp-1-2-s3cret", "It is a person's token (xoxp-)")]
    [InlineData("xoxe.xoxb-1-s3cret", "token rotation is on")]
    [InlineData("xoxe-1-s3cret", "token rotation is on")]
    [InlineData("\"xoxb-s3cret\"", "It has quotes around it")]
    [InlineData("xoxb-s3c ret", "It has spaces in it")]
    [InlineData("xoxb-s3cret…", "It is not whole")]
    [InlineData("xoxb-", "It is not whole")]
    [InlineData("0123456789abcdef0123456789abcdef", "signing or client secret")]
    [InlineData("s3cret", "It is no such token")]
    public void what_is_no_bot_token_is_told_what_it_is_without_being_shown(string typed, string sentence) =>
        TokenKind.Bot.Complaint(typed).Should().Contain(sentence).And.EndWith(".").And.NotContain("s3c");

    [Theory]
    [InlineData("xoxb-s3cret", "It is the bot token; it needs the App-Level Token")]
    [InlineData("xoxp-s3cret", "It is a person's token")]
    public void what_is_no_app_level_token_is_told_what_it_is(string typed, string sentence) => TokenKind.App.Complaint(typed).Should().Contain(sentence).And.NotContain("s3c");
}
