using System.CommandLine;
using System.Globalization;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Forgetting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace LiveSop.Bot.Cli;

/// <summary><c>livesop forget --workspace T… [--channel C… | --person U…]</c>: removes what the bot keeps of them, for good.</summary>
internal static class ForgetCommand
{
    private const string Examples = """
        Examples:
          livesop forget --workspace T024BE7LD --channel C024BE91L
          livesop forget --workspace T024BE7LD --person U024BE7LH
          livesop forget --workspace T024BE7LD --yes
        """;

    public static Command Create(Terminal terminal) => Create(terminal, DatabaseSettings.OfThisProcess);

    /// <param name="options">Read when the command runs, so that bad settings do not take the help away.</param>
    public static Command Create(Terminal terminal, Func<DatabaseOptions> options)
    {
        var workspace = new Option<string>("--workspace") { HelpName = "T…", Required = true, Description = "The workspace's id; the bot's log says it when it connects" };
        var channel = new Option<string?>("--channel") { HelpName = "C…", Description = "Only this channel: what was said in it, and what was found from it" };
        var person = new Option<string?>("--person") { HelpName = "U…", Description = "Only this person: what they wrote, and who they are" };
        var yes = new Option<bool>("--yes") { Description = "Do not ask again" };
        var command = new Command("forget", "Removes for good what the bot keeps of a workspace, a channel or a person.") { workspace, channel, person, yes, HelpWithExamples.Option(Examples) };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(channel) is not null && parsed.GetValue(person) is not null) parsed.AddError("--channel and --person are two erasures; run it for each.");
        });
        command.SetAction(async (parsed, stop) =>
        {
            var of = new WorkspaceId(Id(parsed.GetRequiredValue(workspace), "--workspace"));
            var subject = SubjectOf(parsed.GetValue(channel), parsed.GetValue(person));
            if (!parsed.GetValue(yes)) await ConfirmAsync(terminal, of, subject, stop);
            Show(terminal, await ForgetAsync(options(), of, subject, stop));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Forgotten>> ForgetAsync(DatabaseOptions options, WorkspaceId workspace, Subject subject, CancellationToken stop)
    {
        using var logs = LoggerFactory.Create(logging => logging.AddPlainConsole());
        await using var source = await DatabaseSource.OpenAsync(options, logs, stop, mustExist: true);
        await using var unit = await source.Database.BeginAsync(new Scope.Miner(workspace), stop);
        var forgotten = await unit.EraseAsync(workspace, subject, TimeProvider.System.GetUtcNow(), stop);
        await unit.CommitAsync(stop);
        return forgotten;
    }

    private static async Task ConfirmAsync(Terminal terminal, WorkspaceId workspace, Subject subject, CancellationToken stop)
    {
        terminal.Remark($"This removes {Words(workspace, subject)} from the bot's database, for good. What Slack holds stays there, and backups keep what they have.");
        if (!terminal.Aside.Profile.Capabilities.Interactive) throw new BadSettingException("Nobody is here to confirm it; say --yes if it is meant.");
        if (!await new ConfirmationPrompt("Go on?") { DefaultValue = false }.ShowAsync(terminal.Aside, stop)) throw new OperationCanceledException();
    }

    private static void Show(Terminal terminal, IReadOnlyList<Forgotten> forgotten)
    {
        foreach (var (table, rows) in forgotten) terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {table}: {rows:N0}"));
        terminal.Say(forgotten.Sum(one => one.Rows) > 0 ? "Removed." : "There was nothing of it.");
    }

    private static Subject SubjectOf(string? channel, string? person) =>
        channel is not null ? new Subject.OfChannel(new ChannelId(Id(channel, "--channel")))
        : person is not null ? new Subject.OfPerson(new UserId(Id(person, "--person")))
        : new Subject.Everything();

    private static string Words(WorkspaceId workspace, Subject subject) => subject switch
    {
        Subject.OfChannel one => $"what was said in {one.Channel} of {workspace}, and all that was found from it,",
        Subject.OfPerson one => $"what {one.Person} wrote in {workspace}, and who that is,",
        _ => $"everything of {workspace}",
    };

    /// <summary>A name instead of an id would remove nothing, and say so as if there had been nothing.</summary>
    private static string Id(string given, string option) =>
        given.Length > 1 && given.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetterUpper(given[0]) && given.Any(char.IsAsciiDigit) ? given
        : throw new BadSettingException($"{option} must be an id of Slack, as T024BE7LD; \"{given}\" is none. In Slack an id stands at the end of the link to what it names.");
}
