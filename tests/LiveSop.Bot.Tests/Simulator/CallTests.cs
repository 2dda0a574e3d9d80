using System.Net.Http.Headers;
using System.Text;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class CallTests
{
    [Fact]
    public async Task takes_forms_json_multipart_and_queries()
    {
        await using var rig = await Rig.StartAsync();
        var blocks = """[{"type":"section","text":{"type":"plain_text","text":"hi"}}]""";
        using var multipart = new MultipartFormDataContent { { new StringContent(rig.Support), "channel" }, { new StringContent("hi"), "text" }, { new StringContent(blocks), "blocks" } };
        using var json = new StringContent($$"""{"channel":"{{rig.Support}}","text":"hi","blocks":{{blocks}}}""", Encoding.UTF8, "application/json");
        rig.Slack.Limits.Enabled = false;

        var form = await rig.CallAsync("chat.postMessage", ("channel", rig.Support), ("text", "hi"), ("blocks", blocks));
        using var second = await rig.SendAsync("chat.postMessage", rig.App.BotToken, multipart);
        using var third = await rig.SendAsync("chat.postMessage", rig.App.BotToken, json);
        using var fourth = await rig.GetAsync($"{rig.Slack.ApiUrl}conversations.info?channel={rig.Support}", rig.App.BotToken);

        form.Get("message.blocks.0.text.text").Should().Be("hi");
        (await Rig.ReadAsync(second)).Get("message.blocks.0.text.text").Should().Be("hi");
        (await Rig.ReadAsync(third)).Get("message.blocks.0.text.text").Should().Be("hi");
        (await Rig.ReadAsync(fourth)).Get("channel.name").Should().Be("support");
    }

    [Fact]
    public async Task takes_the_token_from_header_or_form_and_ignores_arguments_it_does_not_know()
    {
        await using var rig = await Rig.StartAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", rig.App.BotToken), KeyValuePair.Create("team_id", "T1"), KeyValuePair.Create("nonsense", "1")]);

        using var answer = await rig.SendAsync("auth.test", null, form);

        var me = await Rig.ReadAsync(answer);
        me.Get("user_id").Should().Be(rig.App.Bot.Id);
        me.Get("bot_id").Should().Be(rig.App.Bot.BotId);
        me.Get("team_id").Should().Be(rig.Team.Id);
        me.Get("app_id").Should().Be(rig.App.App.Id);
    }

    [Fact]
    public async Task refuses_wrong_tokens_by_name()
    {
        await using var rig = await Rig.StartAsync();
        using var nobody = await rig.SendAsync("auth.test", null, null);

        (await Rig.ReadAsync(nobody)).Get("error").Should().Be("not_authed");
        (await rig.CallAsync("auth.test", "xoxb-wrong", [])).Get("error").Should().Be("invalid_auth");
        rig.App.Dead = "token_expired";
        (await rig.CallAsync("auth.test")).Get("error").Should().Be("token_expired");
    }

    [Fact]
    public async Task names_the_scope_that_is_missing_and_those_that_are_there()
    {
        await using var rig = await Rig.StartAsync();
        rig.App.Scopes.Remove("chat:write");

        using var answer = await rig.SendAsync("chat.postMessage", rig.App.BotToken, new FormUrlEncodedContent([KeyValuePair.Create("channel", rig.Support)]));

        var body = await Rig.ReadAsync(answer);
        body.Get("error").Should().Be("missing_scope");
        body.Get("needed").Should().Be("chat:write");
        body.Get("provided")!.Split(',').Should().Contain("channels:history").And.NotContain("chat:write");
        answer.Headers.GetValues("x-oauth-scopes").Single().Should().Be(body.Get("provided"));
        answer.Headers.GetValues("x-accepted-oauth-scopes").Single().Should().Be("chat:write");
    }

    [Fact]
    public async Task asks_for_the_scope_of_the_kind_of_channel()
    {
        await using var rig = await Rig.StartAsync(null, "support", "secret");
        rig.App.Scopes.Remove("groups:history");

        (await rig.CallAsync("conversations.history", ("channel", rig.Support))).IsOk().Should().BeTrue();
        (await rig.CallAsync("conversations.history", ("channel", rig.Team.Conversation("secret").Id))).Get("needed").Should().Be("groups:history");
        (await rig.CallAsync("conversations.list", ("types", "public_channel,private_channel"))).IsOk().Should().BeTrue();
    }

    [Fact]
    public async Task answers_unknown_methods_and_broken_bodies_with_200_and_a_name()
    {
        await using var rig = await Rig.StartAsync();
        using var broken = new StringContent("{\"channel\":", Encoding.UTF8, "application/json");
        using var strange = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };

        using var unknown = await rig.SendAsync("chat.shout", rig.App.BotToken, null);
        using var invalid = await rig.SendAsync("chat.postMessage", rig.App.BotToken, broken);
        using var wrongType = await rig.SendAsync("chat.postMessage", rig.App.BotToken, strange);

        unknown.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        (await Rig.ReadAsync(unknown)).Get("error").Should().Be("unknown_method");
        (await Rig.ReadAsync(invalid)).Get("error").Should().Be("invalid_json");
        (await Rig.ReadAsync(wrongType)).Get("error").Should().Be("invalid_post_type");
        rig.Slack.Faults.Select(f => f.Why).Should().Equal("unknown_method", "invalid_json", "invalid_post_type");
    }

    [Fact]
    public async Task keeps_a_journal_of_calls()
    {
        await using var rig = await Rig.StartAsync();
        rig.Slack.Calls.Clear();

        await rig.SayAsync("hello");
        await rig.CallAsync("chat.postMessage", ("channel", "C0NOWHERE"), ("text", "hello"));

        var calls = rig.Slack.Calls.ToList();
        calls.Should().HaveCount(2).And.OnlyContain(c => c.Method == "chat.postMessage" && c.Workspace == rig.Team.Id && c.Status == 200);
        calls.Select(c => c.Error).Should().Equal(null, "channel_not_found");
        calls.Select(c => c.Done).Should().Equal(true, false);
        calls[0].Args.Text("text").Should().Be("hello");
    }
}
