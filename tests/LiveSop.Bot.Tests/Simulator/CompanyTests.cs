using System.Text.Json;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class CompanyTests
{
    private static readonly CompanyHistory History = CompanyHistory.Generate(1, new HistorySize(40));

    [Fact]
    public async Task has_its_past_and_told_nobody()
    {
        await using var slack = await SimulatedSlack.StartAsync();
        var tarnbrook = slack.AddWorkspace(Blueprint.Tarnbrook(slack.Clock.GetUtcNow()));
        tarnbrook.Conversation("support").Join(tarnbrook.Install(AppManifest.Everything).Bot.Id);

        tarnbrook.Load(History);

        tarnbrook.Conversation("support").Log.Count.Should().Be(History.Messages.Count(m => m.Channel.Name == "support"));
        slack.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public async Task its_past_reads_as_slack_gives_it()
    {
        await using var slack = await SimulatedSlack.StartAsync();
        var tarnbrook = slack.AddWorkspace(Blueprint.Tarnbrook(slack.Clock.GetUtcNow()));
        tarnbrook.Load(History);
        var root = History.Messages.First(m => m is { ThreadTs: not null, Channel.Name: "support" }).ThreadTs!;

        var seen = tarnbrook.Person("maya.lindqvist").Message("support", root).Json;

        var replies = History.Messages.Where(m => m.ThreadTs == root).ToList();
        seen.Get("reply_count").Should().Be($"{replies.Count}");
        seen.Get("latest_reply").Should().Be(replies[^1].Ts);
        seen.Get("thread_ts").Should().Be(root);
        seen.Get("text").Should().Be(History.Messages.First(m => m.Ts == root).Text);
    }

    [Fact]
    public async Task has_owners_guests_strangers_and_rooms_of_every_kind()
    {
        await using var slack = await SimulatedSlack.StartAsync();
        var tarnbrook = slack.AddWorkspace(Blueprint.Tarnbrook(slack.Clock.GetUtcNow()));
        var app = tarnbrook.Install(AppManifest.Everything);

        var people = (await CallAsync(slack, app.BotToken, "users.list?limit=200")).GetProperty("members").EnumerateArray().ToList();
        var rooms = await CallAsync(slack, app.BotToken, "conversations.list?limit=200&types=public_channel,private_channel");

        people.Should().ContainSingle(p => p.Get("is_owner") == "True");
        people.Should().ContainSingle(p => p.Get("is_ultra_restricted") == "True");
        people.Should().Contain(p => p.Get("deleted") == "True");
        people.Should().NotContain(p => p.Get("name") == "o.tamm", "a stranger is in no list");
        people.Select(p => p.Get("tz")).Distinct().Count().Should().BeGreaterThan(3);
        rooms.All("channels", "name").Should().Contain("office-move").And.NotContain("cs-escalations", "the bot is not in it");
        (await CallAsync(slack, app.BotToken, $"users.info?user={tarnbrook.Person("o.tamm").Id}")).Get("user.is_stranger").Should().Be("True");
    }

    [Fact]
    public async Task a_partner_talks_in_a_shared_channel()
    {
        await using var slack = await SimulatedSlack.StartAsync();
        var now = slack.Clock.GetUtcNow();
        var tarnbrook = slack.AddWorkspace(Blueprint.Tarnbrook(now));
        var saltbridge = slack.AddWorkspace(Blueprint.PartnerCompany(now));
        var support = tarnbrook.Conversation("support");
        slack.Share(support, saltbridge, saltbridge.Person("o.tamm"));

        await saltbridge.Person("o.tamm").PostAsync(support.Id, "our import fails");

        var seen = tarnbrook.Visible(tarnbrook.Person("maya.lindqvist"), "support").Messages[^1];
        seen.Text.Should().Be("our import fails");
        seen.Json.Get("user_team").Should().Be(saltbridge.Id);
    }

    private static async Task<JsonElement> CallAsync(SimulatedSlack slack, string token, string call)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri(slack.ApiUrl, call)));
    }
}
