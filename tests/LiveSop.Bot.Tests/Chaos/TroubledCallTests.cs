using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack.Trouble;
using static LiveSop.Workspace.Slack.Trouble.CallTrouble;

namespace LiveSop.Bot.Tests.Chaos;

/// <summary>Whatever becomes of calls, each mention is answered once.</summary>
public sealed class TroubledCallTests
{
    private const string Post = "chat.postMessage";

    private static readonly Dictionary<string, (CallTrouble Trouble, int Every, string? Method)> troubles = new()
    {
        ["429 on every third call"] = (new TooSoon(), 3, null),
        ["500 on every other post"] = (new Broken(500), 2, Post),
        ["503 on every third call"] = (new Broken(503), 3, null),
        ["every other post is reset"] = (new Reset(), 2, Post),
        ["every other post is done and its answer reset"] = (new LostAnswer(), 2, Post),
        ["every other post is done and answered with 500"] = (new LostAnswer(Loss.Error500), 2, Post),
        ["every other post is done and called a fatal error"] = (new LostAnswer(Loss.FatalError), 2, Post),
        // Each takes the ten seconds after which an attempt is given up.
        ["every fifth post hangs"] = (new Hang(), 5, Post),
        ["every fifth post is done and its answer hangs"] = (new LostAnswer(Loss.Hang), 5, Post),
    };

    public static TheoryData<string> Troubles => [.. troubles.Keys];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task answers_once_though(string what)
    {
        await using var storm = await Storm.BrewAsync(seed: 31);
        var (trouble, every, method) = troubles[what];

        using (var chaos = storm.Slack.Chaos.OnCalls(trouble, When.Every(every), method))
        {
            for (var i = 0; i < 12; i++) await storm.Crowd.MentionAsync();
            await storm.SettleAsync();
            chaos.Count.Should().BePositive();
        }

        (await storm.DifferencesAsync()).Should().BeEmpty();
        (await storm.CountAsync(EffectState.Parked)).Should().Be(0);
    }

    /// <summary>The worst of all: the post stands, nobody heard of it, and when Slack is asked it does not answer.</summary>
    [Fact]
    public async Task answers_once_though_slack_cannot_be_asked_what_became_of_a_post()
    {
        await using var storm = await Storm.BrewAsync(seed: 32);
        using var lost = storm.Slack.Chaos.OnCalls(new LostAnswer(), When.Next(1), Post);
        // As while a token is changed: the bot waits half a minute and tries again.
        using var unasked = storm.Slack.Chaos.OnCalls(new Refused("token_revoked"), When.Next(1), "conversations.replies");

        await storm.Crowd.MentionAsync("support");
        await storm.SettleAsync();

        (await storm.DifferencesAsync()).Should().BeEmpty();
        unasked.Count.Should().Be(1);
    }
}
