using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Tests.Slack.Web;

public sealed class CallTests
{
    private static readonly ChannelId Channel = new("C1");

    [Fact]
    public async Task posts_a_form_with_nested_values_as_json()
    {
        var http = new ScriptedHttp(ScriptedHttp.Ok);
        var message = new OutgoingMessage("a & b", new JsonArray(new JsonObject { ["type"] = "divider" }))
        {
            Thread = new MessageTs("1.000100"),
            Mark = new MessageMark("livesop_msg", "01HF"),
        };

        var posted = await http.Api().Chat.PostMessageAsync(Channel, message);

        posted.Should().Be(new PostedAt(Channel, new MessageTs("1.1")));
        var sent = http.Requests.Should().ContainSingle().Which;
        sent.Url.Should().Be(new Uri("https://slack.com/api/chat.postMessage"));
        sent.Token.Should().Be("xoxb-1");
        sent["channel"].Should().Be("C1");
        sent["text"].Should().Be("a & b");
        sent["thread_ts"].Should().Be("1.000100");
        sent["blocks"].Should().Be("""[{"type":"divider"}]""");
        sent["metadata"].Should().Be("""{"event_type":"livesop_msg","event_payload":{"id":"01HF"}}""");
        sent["unfurl_links"].Should().Be("false");
        sent["unfurl_media"].Should().Be("false");
        sent["reply_broadcast"].Should().BeNull();
        sent["token"].Should().BeNull();
    }

    [Fact]
    public async Task an_update_keeps_slack_from_reading_names_into_the_text()
    {
        var http = new ScriptedHttp(ScriptedHttp.Ok);

        await http.Api().Chat.UpdateAsync(Channel, new MessageTs("1.1"), new OutgoingMessage("done"));

        http.Requests[0]["parse"].Should().Be("none");
        http.Requests[0]["ts"].Should().Be("1.1");
    }

    [Fact]
    public async Task the_apps_token_opens_sockets_and_nothing_else()
    {
        var http = new ScriptedHttp(ScriptedHttp.Json("""{"ok":true,"url":"wss://wss-primary.slack.com/link/?ticket=1"}"""));

        (await http.Api().Apps.ConnectionsOpenAsync()).Host.Should().Be("wss-primary.slack.com");

        http.Requests[0].Token.Should().Be("xapp-1");
        http.Requests[0].Body.Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://wss-primary.slack.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task an_address_that_is_no_socket_is_refused(string url) =>
        (await FluentActions.Awaiting(() => new ScriptedHttp(ScriptedHttp.Json($$"""{"ok":true,"url":"{{url}}"}""")).Api().Apps.ConnectionsOpenAsync())
            .Should().ThrowAsync<SlackCallException>()).Which.Code.Should().Be("no_url");

    [Fact]
    public async Task asks_who_it_is_and_what_it_may()
    {
        var http = new ScriptedHttp(ScriptedHttp.Json(
            """{"ok":true,"url":"https://acme.slack.com/","team":"Acme","user":"livesop","team_id":"T1","user_id":"U0BOT","bot_id":"B0","app_id":"A1","is_enterprise_install":false}""",
            scopes: "chat:write, commands,users:read"));

        var installed = await http.Api().Auth.TestAsync();

        installed.Workspace.Should().Be(new WorkspaceId("T1"));
        installed.Self.Should().Be(new Self(new UserId("U0BOT"), "B0", "A1"));
        installed.Scopes.Should().Equal("chat:write", "commands", "users:read");
        installed.WorkspaceName.Should().Be("Acme");
    }

    [Fact]
    public async Task an_empty_page_is_not_the_end()
    {
        var http = new ScriptedHttp(
            ScriptedHttp.Json("""{"ok":true,"messages":[{"ts":"3.0","text":"c"}],"has_more":true,"response_metadata":{"next_cursor":"p2="}}"""),
            ScriptedHttp.Json("""{"ok":true,"messages":[],"has_more":true,"response_metadata":{"next_cursor":"p3"}}"""),
            ScriptedHttp.Json("""{"ok":true,"messages":[{"ts":"1.0"},{"no":"ts"}],"has_more":false,"response_metadata":{"next_cursor":""}}"""));

        var pages = await http.Api().Conversations.HistoryAsync(Channel, new HistoryRange { Oldest = new MessageTs("0.5") }).ToListAsync();

        pages.Select(page => page.Items.Count).Should().Equal(1, 0, 1);
        pages.Select(page => page.NextCursor).Should().Equal("p2=", "p3", null);
        http.Requests.Select(sent => sent["cursor"]).Should().Equal(null, "p2=", "p3");
        http.Requests.Should().OnlyContain(sent => sent["oldest"] == "0.5" && sent["limit"] == "200" && sent["include_all_metadata"] == "true");
    }

    [Fact]
    public async Task a_list_resumes_where_it_stopped()
    {
        var http = new ScriptedHttp(ScriptedHttp.Json("""{"ok":true,"members":["U1","U2",null]}"""));

        var pages = await http.Api().Conversations.MembersAsync(Channel, "p7").ToListAsync();

        pages.Should().ContainSingle().Which.Items.Should().Equal("U1", "U2");
        http.Requests[0]["cursor"].Should().Be("p7");
    }

    [Fact]
    public async Task a_list_that_goes_in_circles_ends()
    {
        var http = new ScriptedHttp(ScriptedHttp.Json("""{"ok":true,"members":[],"response_metadata":{"next_cursor":"again"}}"""));

        await FluentActions.Awaiting(async () => await http.Api().Conversations.MembersAsync(Channel).ToListAsync())
            .Should().ThrowAsync<SlackCallException>().WithMessage("*cursor_repeated");
    }

    [Theory]
    [InlineData("already_reacted")]
    [InlineData("no_reaction")]
    public async Task what_is_so_already_is_a_success(string code) =>
        await new ScriptedHttp(ScriptedHttp.Error(code)).Api().Reactions.AddAsync(Channel, new MessageTs("1.1"), "eyes");

    [Fact]
    public async Task a_view_is_updated_only_as_it_was_last_seen()
    {
        var http = new ScriptedHttp(ScriptedHttp.Json("""{"ok":true,"view":{"id":"V1","hash":"2"}}"""), ScriptedHttp.Error("hash_conflict"));
        var api = http.Api();

        (await api.Views.UpdateAsync("V1", new JsonObject { ["type"] = "modal" }, "1")).Hash.Should().Be("2");
        http.Requests[0]["hash"].Should().Be("1");
        http.Requests[0]["view"].Should().Be("""{"type":"modal"}""");
        (await FluentActions.Awaiting(() => api.Views.UpdateAsync("V1", new JsonObject(), "1")).Should().ThrowAsync<SlackCallException>())
            .Which.Failure.Should().Be(new SlackFailure.StaleInteraction());
    }

    [Fact]
    public async Task a_configured_address_is_called_instead_of_slacks()
    {
        var http = new ScriptedHttp(ScriptedHttp.Ok);
        http.Options.ApiUrl = new Uri("http://127.0.0.1:5005/api/");

        await http.Api().Chat.DeleteAsync(Channel, new MessageTs("1.1"));

        http.Requests[0].Url.Should().Be(new Uri("http://127.0.0.1:5005/api/chat.delete"));
    }

    [Fact]
    public void tokens_are_not_printed() => $"{new SlackTokens("xoxb-1", "xapp-1")}".Should().NotContain("xoxb").And.NotContain("xapp");
}
