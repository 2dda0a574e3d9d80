using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Hosting.Health;

namespace LiveSop.Bot.Cli;

/// <summary><c>livesop health</c>: asks a bot on this machine how it is, as a container's health check does.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create(Terminal terminal) => Create(terminal, () => Settings.OfThisProgram().With(BotEnvironment.OfThisProcess()));

    public static Command Create(Terminal terminal, Func<Settings> settings)
    {
        var live = new Option<bool>("--live") { Description = "Ask only whether the process works, not whether it can do its work." };
        var command = new Command("health", "Asks the bot that runs on this machine how it is (setting Health:Url): exit code 0 where it is ready, 1 where it is not.") { live };
        command.SetAction((parsed, stop) => AskAsync(terminal, settings().Health, parsed.GetValue(live) ? "live" : "ready", stop));
        return command;
    }

    private static async Task<int> AskAsync(Terminal terminal, HealthSettings settings, string what, CancellationToken stop)
    {
        if (settings.AddressHere is not { } address)
            throw new BadSettingException("Health:Url is not set, so the bot tells nobody how it is; set it, for the bot and for this command, as in Health__Url=http://127.0.0.1:8080.");
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(new Uri(address, what), stop);
            var reply = await response.Content.ReadFromJsonAsync<HealthReply>(JsonSerializerOptions.Web, stop);
            terminal.Say($"The bot is {reply?.Status}.");
            foreach (var reason in reply?.Reasons ?? []) terminal.Say($"  {reason}");
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Unwell;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            terminal.Say($"Nobody answers at {address} as the bot does: it is not running, or tells how it is elsewhere.");
            return ExitCode.Unwell;
        }
    }
}
