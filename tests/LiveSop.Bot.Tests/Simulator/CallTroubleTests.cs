using System.Net;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class CallTroubleTests
{
    [Fact]
    public async Task answers_429_to_every_third_call()
    {
        await using var rig = await Rig.StartAsync();
        using var trouble = rig.Slack.Chaos.OnCalls(new CallTrouble.TooSoon(7), When.Every(3));

        var status = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            using var answer = await rig.SendAsync("auth.test", rig.App.BotToken, null);
            status.Add(answer.StatusCode);
            if (i == 2) answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
        }

        status.Select(s => (int)s).Should().Equal(200, 200, 429, 200, 200, 429);
        trouble.Count.Should().Be(2);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task breaks_without_doing_the_work(int status)
    {
        await using var rig = await Rig.StartAsync();
        using var trouble = rig.Slack.Chaos.OnCalls(new CallTrouble.Broken(status), method: "chat.postMessage");

        using var answer = await rig.SendAsync("chat.postMessage", rig.App.BotToken, Post(rig));
        var other = await rig.CallAsync("auth.test");

        ((int)answer.StatusCode).Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        other.IsOk().Should().BeTrue();
        rig.Team.Visible(rig.Ada, "support").Messages.Should().BeEmpty();
        rig.Slack.Calls.Should().Contain(c => c.Method == "chat.postMessage" && c.Troubled && !c.Done);
    }

    [Theory]
    [InlineData("Reset")]
    [InlineData("Error500")]
    [InlineData("FatalError")]
    [InlineData("Hang")]
    public async Task does_the_work_and_loses_the_answer(string how)
    {
        var loss = Enum.Parse<Loss>(how);
        await using var rig = await Rig.StartAsync();
        var trouble = rig.Slack.Chaos.OnCalls(new CallTrouble.LostAnswer(loss), When.Next(1), "chat.postMessage");

        var call = rig.SendAsync("chat.postMessage", rig.App.BotToken, Post(rig));
        await rig.Slack.UntilAsync(() => rig.Slack.Calls.Any(c => c.Method == "chat.postMessage"));

        rig.Team.Visible(rig.Ada, "support").Messages.Should().ContainSingle();
        rig.Slack.Calls.Last().Done.Should().BeTrue();
        if (loss == Loss.Reset) await call.Invoking(c => c).Should().ThrowAsync<HttpRequestException>();
        if (loss == Loss.Error500) (await call).StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        if (loss == Loss.FatalError) (await Rig.ReadAsync(await call)).Get("error").Should().Be("fatal_error");
        if (loss == Loss.Hang) call.IsCompleted.Should().BeFalse();
        trouble.Dispose();
        if (loss == Loss.Hang) await call.Invoking(c => c).Should().ThrowAsync<HttpRequestException>("switched off, nothing hangs any longer");
    }

    [Fact]
    public async Task resets_before_anything_is_done()
    {
        await using var rig = await Rig.StartAsync();
        using var trouble = rig.Slack.Chaos.OnCalls(new CallTrouble.Reset());

        var call = () => rig.SendAsync("chat.postMessage", rig.App.BotToken, Post(rig));

        await call.Should().ThrowAsync<HttpRequestException>();
        rig.Team.Visible(rig.Ada, "support").Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task refuses_by_any_name_until_it_is_switched_off()
    {
        await using var rig = await Rig.StartAsync();
        var trouble = rig.Slack.Chaos.OnCalls(new CallTrouble.Refused("internal_error"), When.Always.UpTo(5), "auth.test");

        (await rig.CallAsync("auth.test")).Get("error").Should().Be("internal_error");
        trouble.Dispose();
        (await rig.CallAsync("auth.test")).IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task chance_is_the_same_for_the_same_seed()
    {
        async Task<string> StruckAsync()
        {
            await using var rig = await Rig.StartAsync();
            using var trouble = rig.Slack.Chaos.OnCalls(new CallTrouble.Broken(), When.Chance(0.4));
            var struck = "";
            for (var i = 0; i < 20; i++)
            {
                using var answer = await rig.SendAsync("auth.test", rig.App.BotToken, null);
                struck += answer.IsSuccessStatusCode ? '.' : 'x';
            }
            return struck;
        }

        var first = await StruckAsync();

        first.Should().Contain("x").And.Contain(".");
        (await StruckAsync()).Should().Be(first);
    }

    private static FormUrlEncodedContent Post(Rig rig) => new([KeyValuePair.Create("channel", rig.Support), KeyValuePair.Create("text", "once")]);
}
