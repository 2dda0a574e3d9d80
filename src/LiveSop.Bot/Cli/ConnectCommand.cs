using System.CommandLine;
using LiveSop.Bot.Cli.Connecting;
using LiveSop.Bot.Hosting;

namespace LiveSop.Bot.Cli;

/// <summary><c>livesop connect [--env-file FILE]</c>.</summary>
internal static class ConnectCommand
{
    private const string Examples = """
        Examples:
          livesop connect
          livesop connect --env-file /etc/livesop/livesop.env
          SLACK_BOT_TOKEN_FILE=/run/secrets/bot SLACK_APP_TOKEN_FILE=/run/secrets/app livesop connect
        """;

    public static Command Create(Terminal terminal) => Create(terminal, BotEnvironment.Variables());

    /// <param name="variables">Of the environment.</param>
    public static Command Create(Terminal terminal, IReadOnlyDictionary<string, string> variables)
    {
        var file = new Option<string>("--env-file") { HelpName = "FILE", Description = $"Where the tokens go; {BotEnvironment.UsualFile} unless LIVESOP_ENV_FILE names another" };
        var command = new Command("connect", "Connects the bot with your Slack: prints the link that creates the app, asks for its two tokens, and checks that all is well.") { file };
        command.Options.Add(HelpWithExamples.Option(Examples));
        command.SetAction(async (parsed, stop) =>
        {
            var path = BotEnvironment.File(parsed.GetValue(file), variables);
            await new TokenWalk(terminal, path).RunAsync(variables, stop);
            terminal.Say("");
            var code = await DoctorCommand.RunAsync(terminal, BotEnvironment.Over(variables, File.Exists(path) ? path : null), new(), stop);
            if (code == ExitCode.Done) Next(terminal, path);
            return code;
        });
        return command;
    }

    private static void Next(Terminal terminal, string path)
    {
        terminal.Say("");
        terminal.Say($"Start the bot: {(path == BotEnvironment.UsualFile ? "" : $"LIVESOP_ENV_FILE={path} ")}./livesop run");
        terminal.Say("Then, in a channel where your team solves cases: /invite @livesop, and when it has read what was said there: /sop mine");
    }
}
