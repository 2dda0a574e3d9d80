using System.CommandLine;
using System.CommandLine.Parsing;
using LiveSop.Bot.Learn;

namespace LiveSop.Bot.Cli;

/// <summary><c>livesop mine INPUT... --out DIR</c>.</summary>
internal static class MineCommand
{
    private const string Examples = """
        Examples:
          livesop mine slack-export.zip --out out/sops
          livesop mine slack-export.zip jira.json --out out/sops
          livesop mine tickets.csv --time-zone Europe/Berlin --case "Ticket no" --out out/sops
          livesop mine chat.csv --author Agent --text Body --thread Conversation --out out/sops
        """;

    public static Command Create(Terminal terminal) => Create(terminal, Settings.OfThisProgram);

    /// <param name="settings">Read when the command runs, so that bad settings do not take the help away.</param>
    public static Command Create(Terminal terminal, Func<Settings> settings)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Slack exports (zip or unpacked folder), CSV logs, and Jira issues (JSON or CSV); what a file is, its content tells",
        };
        inputs.Validators.Add(NameFiles);
        var folder = new Option<string>("--out") { HelpName = "DIR", Required = true, Description = "Folder for the procedures; files of an earlier run are replaced, others are left alone" };
        folder.Validators.Add(NamesAFolder);
        var sources = new SourceArguments();
        var command = new Command("mine", "Finds the procedures that a team really follows in its past talk, and writes a page and a picture of each.") { inputs, folder };
        sources.AddTo(command);
        command.Options.Add(HelpWithExamples.Option(Examples));
        command.SetAction(async (parsed, stop) =>
        {
            var chosen = settings();
            var mine = new MineHistory(parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(folder), sources.Read(parsed, chosen), chosen.Pictures.Dot);
            var report = await Progress.ShowAsync(terminal.Aside, TimeProvider.System, progress => mine.RunAsync(progress, stop));
            MineSummary.Show(terminal, report);
            return ExitCode.Done;
        });
        return command;
    }

    // A mistyped option would otherwise be looked for as a file.
    private static void NameFiles(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value)) is { } unknown)
            result.AddError($"There is no option {unknown.Value}.");
        else if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError("An INPUT is empty: name a file or a folder.");
    }

    private static void NamesAFolder(OptionResult result)
    {
        if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError("--out names no folder.");
    }
}
