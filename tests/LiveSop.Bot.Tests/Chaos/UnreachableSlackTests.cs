using System.Net;
using System.Net.Sockets;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class UnreachableSlackTests
{
    /// <summary>.NET calls that a cancellation, though nobody cancelled: taken at its word, it would end the listening.</summary>
    [Fact]
    public async Task a_connection_that_cannot_be_made_in_time_is_an_outage_in_which_nothing_was_sent()
    {
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(1);
        var address = (IPEndPoint)full.LocalEndPoint!;
        // A queue of one takes two; the rest knock and are not heard.
        var knocking = Enumerable.Range(0, 6).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)).ToList();
        foreach (var one in knocking.Take(2)) await one.ConnectAsync(address);
        foreach (var one in knocking.Skip(2)) _ = one.ConnectAsync(address);
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromMilliseconds(500) };
        using var http = SlackHttp.Create(handler);
        var wire = new SlackWire(http, () => new SlackTokens("xoxb-1", "xapp-1"), new Uri($"http://{address}/api/"));

        var call = () => wire.ExchangeAsync(SlackMethod.ChatPostMessage, new Form(), CancellationToken.None);

        (await call.Should().ThrowAsync<SlackCallException>()).Which.Failure.Should().BeOfType<SlackFailure.Transient>().Which.WasSent.Should().BeFalse();
        foreach (var one in knocking) one.Dispose();
    }
}
