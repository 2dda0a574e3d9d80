using System.Text;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class FileTests
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("case,activity,time\n");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_file_is_announced_brought_and_shared(bool multipart)
    {
        await using var rig = await Rig.StartAsync();
        var (id, url) = await AnnounceAsync(rig, Csv.Length);
        using HttpContent body = multipart ? new MultipartFormDataContent { { new ByteArrayContent(Csv), "file", "log.csv" } } : new ByteArrayContent(Csv);

        using var brought = await rig.PostAsync(url, body);
        var complete = await rig.CallAsync("files.completeUploadExternal", ("files", $$"""[{"id":"{{id}}","title":"The log"}]"""), ("channel_id", rig.Support), ("initial_comment", "here"));
        var info = await rig.CallAsync("files.info", ("file", id));
        using var content = await rig.GetAsync(info.Get("file.url_private_download")!, rig.App.BotToken);

        brought.IsSuccessStatusCode.Should().BeTrue();
        complete.Get("files.0.title").Should().Be("The log");
        var shared = rig.Team.Visible(rig.Ada, "support").Messages[^1];
        shared.Json.Get("subtype").Should().Be("file_share");
        shared.Json.Get("files.0.id").Should().Be(id);
        info.Get($"file.shares.public.{rig.Support}.0.ts").Should().Be(shared.Ts);
        (await content.Content.ReadAsByteArrayAsync()).Should().Equal(Csv);
    }

    [Fact]
    public async Task refuses_what_never_came_or_came_otherwise()
    {
        await using var rig = await Rig.StartAsync();
        var (id, url) = await AnnounceAsync(rig, Csv.Length + 1);
        using var body = new ByteArrayContent(Csv);

        using var brought = await rig.PostAsync(url, body);

        brought.IsSuccessStatusCode.Should().BeFalse();
        (await rig.CallAsync("files.completeUploadExternal", ("files", $$"""[{"id":"{{id}}"}]"""))).Get("error").Should().Be("file_not_found");
        (await rig.CallAsync("files.getUploadURLExternal", ("filename", "a.csv"), ("length", "0"))).Get("error").Should().Be("invalid_arguments");
        (await rig.CallAsync("files.upload", ("content", "x"))).Get("error").Should().Be("method_deprecated");
    }

    [Fact]
    public async Task what_a_person_sends_the_bot_can_be_read_with_its_token_only()
    {
        await using var rig = await Rig.StartAsync();
        var direct = (await rig.CallAsync("conversations.open", ("users", rig.Ada.Id))).Get("channel.id")!;
        await using var socket = await rig.ListenAsync();

        await rig.Ada.UploadAsync(direct, "log.csv", Csv, "mine this");
        var shared = await socket.EventAsync();
        using var read = await rig.GetAsync(shared.Get("files.0.url_private_download")!, rig.App.BotToken);
        using var stranger = await rig.GetAsync(shared.Get("files.0.url_private_download")!);

        shared.Get("subtype").Should().Be("file_share");
        shared.Get("channel_type").Should().Be("im");
        (await read.Content.ReadAsByteArrayAsync()).Should().Equal(Csv);
        stranger.Content.Headers.ContentType!.MediaType.Should().Be("text/html", "a wrong token gets a page to sign in");
    }

    private static async Task<(string Id, string Url)> AnnounceAsync(Rig rig, int length)
    {
        var announced = await rig.CallAsync("files.getUploadURLExternal", ("filename", "log.csv"), ("length", $"{length}"));
        return (announced.Get("file_id")!, announced.Get("upload_url")!);
    }
}
