using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveSop.Bot.Cli.Checkup;
using LiveSop.Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Cli;

/// <param name="Workspace">Only the one of that name; null for all.</param>
/// <param name="Json">For programs: one array, when all is known.</param>
internal sealed record DoctorRequest(string? Workspace = null, bool Json = false);

/// <summary><c>livesop doctor [--workspace NAME] [--json]</c>.</summary>
internal static class DoctorCommand
{
    private const string Examples = """
        Exit code: 0, the bot can run (warnings included); 1, something stops it; 2, the command line makes no sense; 130, broken off by Ctrl+C.

        Examples:
          livesop doctor
          livesop doctor --workspace ACME
          livesop doctor --json | jq '.[] | select(.grade != "ok")'
        """;

    private static readonly JsonSerializerOptions Shapes = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(Terminal terminal) => Create(terminal, BotEnvironment.Variables());

    /// <param name="variables">Of the environment.</param>
    public static Command Create(Terminal terminal, IReadOnlyDictionary<string, string> variables)
    {
        var workspace = new Option<string?>("--workspace") { HelpName = "NAME", Description = "Only this one of several workspaces: NAME as in SLACK_BOT_TOKEN__NAME" };
        var json = new Option<bool>("--json") { Description = "The findings as JSON, when all are known" };
        var command = new Command("doctor", "Checks that everything the bot needs is there and works, and says how to mend what does not.") { workspace, json };
        command.Options.Add(HelpWithExamples.Option(Examples));
        command.SetAction((parsed, stop) =>
        {
            var request = new DoctorRequest(parsed.GetValue(workspace), parsed.GetValue(json));
            return RunAsync(terminal, BotEnvironment.Over(variables, BotEnvironment.File(null, variables)), request, stop);
        });
        return command;
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Terminal terminal, IConfigurationRoot environment, DoctorRequest request, CancellationToken stop)
    {
        var found = new List<Finding>();
        try
        {
            await foreach (var finding in new Examination(environment, terminal, TimeProvider.System).RunAsync(request.Workspace, stop))
            {
                found.Add(finding);
                if (!request.Json) terminal.Say(finding.Line);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            terminal.Remark("Broken off; what would have come next was not looked at.");
            return ExitCode.Stopped;
        }
        if (request.Json) terminal.Result.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(found, Shapes));
        return found.Any(finding => finding.Grade == Grade.Wrong) ? ExitCode.Unwell : ExitCode.Done;
    }
}
