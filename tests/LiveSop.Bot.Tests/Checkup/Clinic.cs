using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using System.Text;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Tests.Sources;
using BotWorld = LiveSop.Bot.Tests.World.World;

namespace LiveSop.Bot.Tests.Checkup;

/// <summary><c>doctor</c> and <c>connect</c> in process, against a simulated Slack and a database of the test's own.</summary>
public abstract class Clinic : Inputs
{
    private readonly Screen result = new();
    private readonly Screen aside = new();

    internal string Result => result.ToString().ReplaceLineEndings("\n");

    internal string Aside => aside.ToString().ReplaceLineEndings("\n");

    internal string[] Lines => Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Everything that the bot needs, for that world.</summary>
    internal static Dictionary<string, string> Variables(BotWorld world) => new()
    {
        ["SLACK_BOT_TOKEN"] = world.App.BotToken,
        ["SLACK_APP_TOKEN"] = world.App.AppToken,
        ["Slack__ApiUrl"] = world.Slack.ApiUrl.ToString(),
        ["Slack__Limits"] = "false",
        ["ConnectionStrings__LiveSop"] = world.Database.Owner,
        ["ConnectionStrings__LiveSopApp"] = world.Database.App,
    };

    internal Task<int> DoctorAsync(BotWorld world, params string[] arguments) => DoctorAsync(Variables(world), arguments);

    internal Task<int> DoctorAsync(Dictionary<string, string> variables, params string[] arguments) =>
        RunAsync(null, terminal => DoctorCommand.Create(terminal, variables), ["doctor", .. arguments]);

    /// <param name="ask">Who sits at the terminal; null for nobody.</param>
    internal Task<int> RunAsync(Func<string, Task<string?>>? ask, Func<Terminal, Command> command, string[] arguments, CancellationToken stop = default)
    {
        var terminal = new Terminal(Terminal.Plainly(result), Terminal.Plainly(aside)) { AskSecretAsync = ask is null ? null : (question, _) => ask(question) };
        return CommandLine.RunAsync(arguments, terminal, stop, command);
    }

    internal string Line(string about) => Lines.Should().ContainSingle(line => line.Split(':', 2)[0].EndsWith($" {about}", StringComparison.Ordinal), Result + Aside).Subject.TrimStart();

    /// <summary>Returns when somebody is asked to write to the bot, or that will not happen any more.</summary>
    internal async Task AskedAsync(Task<int> run)
    {
        while (!run.IsCompleted && !Aside.Contains("write the bot a direct message", StringComparison.Ordinal)) await Task.Delay(20);
    }

    /// <summary>May be read while it is written to.</summary>
    private sealed class Screen() : TextWriter(CultureInfo.InvariantCulture)
    {
        private readonly ConcurrentQueue<string> written = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => written.Enqueue(value.ToString());

        public override void Write(string? value) => written.Enqueue(value ?? "");

        public override void Write(char[] buffer, int index, int count) => written.Enqueue(new string(buffer, index, count));

        public override string ToString() => string.Concat(written);
    }
}
