using LiveSop.Domain.Text;

namespace LiveSop.Domain.Tests.Text;

public sealed class EmojiTests
{
    [Theory]
    [InlineData("on it :+1:", "on it")]
    [InlineData("done :white_check_mark: :wave::skin-tone-3:", "done")]
    [InlineData("it left at 10:42:05 and 11:00", "it left at 10:42:05 and 11:00")]
    [InlineData("see https://x.example:8080/a:b", "see https://x.example:8080/a:b")]
    public void codes_go_and_times_stay(string text, string left) => Emoji.Remove(text).Should().Be(left);
}
