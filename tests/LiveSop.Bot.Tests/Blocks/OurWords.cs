using System.Diagnostics.CodeAnalysis;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Tests.Blocks;

/// <summary>Words as if our code had them written out, as long as a test needs.</summary>
[SuppressMessage("Performance", "CA1857", Justification = "The product takes constants only; here lengths are what is tested.")]
internal static class OurWords
{
    public static PlainText Plain(int length) => PlainText.Of(Text(length));

    public static Mrkdwn Marked(int length) => Mrkdwn.Of(Text(length));

    public static SlackAction Action(int number) => new($"action{number}");

    public static string Text(int length) => new('x', length);
}
