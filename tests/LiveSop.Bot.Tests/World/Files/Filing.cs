using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Files;

/// <summary>People give the bot files in their conversation with it, and get some.</summary>
internal static class Filing
{
    public const string EventLog = """
        Ticket,What,When,Who
        T1,Check the order,2026-03-01T08:00:00Z,bo
        T1,Refund the customer,2026-03-01T09:00:00Z,bo
        T1,Tell the customer,2026-03-01T10:00:00Z,bo
        T2,Check the order,2026-03-02T08:00:00Z,bo
        T2,Refund the customer,2026-03-02T09:00:00Z,bo
        T2,Tell the customer,2026-03-02T10:00:00Z,bo
        T3,Check the order,2026-03-03T08:00:00Z,bo
        T3,Refund the customer,2026-03-03T09:00:00Z,bo
        T3,Tell the customer,2026-03-03T10:00:00Z,bo
        T4,Check the order,2026-03-04T08:00:00Z,bo
        T4,Refund the customer,2026-03-04T09:00:00Z,bo
        T4,Tell the customer,2026-03-04T10:00:00Z,bo
        T5,Check the order,2026-03-05T08:00:00Z,bo
        T5,Refund the customer,2026-03-05T09:00:00Z,bo
        T5,Tell the customer,2026-03-05T10:00:00Z,bo

        """;

    /// <summary>The same, with headers that need no explanation.</summary>
    public static string KnownLog => EventLog.Replace("Ticket,What,When,Who", "case,activity,time,resource", StringComparison.Ordinal);

    public static Task GiveAsync(this World world, Person who, string name, string content) => world.GiveAsync(who, name, Encoding.UTF8.GetBytes(content));

    public static Task GiveAsync(this World world, Person who, string name, byte[] content) => who.UploadAsync(who.DirectWith(world.Bot).Id, name, content);

    /// <summary>The last of the bot's direct messages that says so, once there is one.</summary>
    public static async Task<SeenMessage> ToldAsync(this World world, Person who, string saying)
    {
        await world.Slack.UntilAsync(() => Direct(world, who).Any(message => Says(message, saying)));
        return Direct(world, who).Last(message => Says(message, saying));
    }

    /// <summary>The content of a file that the bot has shown them directly, once it has.</summary>
    public static async Task<byte[]> GotAsync(this World world, Person who, string name)
    {
        var message = await world.ToldAsync(who, name);
        using var http = new HttpClient(new SocketsHttpHandler());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", world.App.BotToken);
        return await http.GetByteArrayAsync(new Uri(message.Json.GetProperty("files")[0].GetProperty("url_private_download").GetString()!));
    }

    public static Dictionary<string, string> Unzip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }

    public static Task<List<SopRow>> SopsAsync(this World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Sops.OrderBy(one => one.Number).ToListAsync());

    public static IReadOnlyList<SeenMessage> Direct(World world, Person who) => [.. world.Workspace.Visible(who, "general").Direct.Where(message => message.User == world.App.Bot.Id)];

    private static bool Says(SeenMessage message, string saying) => System.Text.RegularExpressions.Regex.Unescape(message.Json.GetRawText().Replace("\\/", "/", StringComparison.Ordinal)).Contains(saying, StringComparison.Ordinal);
}
