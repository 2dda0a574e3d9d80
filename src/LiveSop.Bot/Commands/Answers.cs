using LiveSop.Bot.Commands.Checkup;
using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Exports;
using LiveSop.Bot.Learn.Imports;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Versions;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Commands;

/// <summary>Which slice answers which command, the same whether it was typed or said.</summary>
/// <param name="similar">Null where nobody is answered, as in a checkup.</param>
internal sealed class Answers(ModalAnswers modals, ShowHistory histories, RestoreVersion restoring, CheckWorkspace checkup, SimilarIncidents? similar)
{
    public Task AnswerAsync(SopCommand command, Asker asker, CancellationToken stop) => command switch
    {
        SopCommand.Help => HelpAsync(asker, stop),
        SopCommand.Mine mine => AskForMining.AskAsync(new(asker.Channel, asker.Thread, asker.User, mine), asker.Context, asker.SayAsync, stop),
        SopCommand.List => ListSops.AnswerAsync(asker, stop),
        SopCommand.Show show => ShowSop.AnswerAsync(show.Sop, asker, stop),
        SopCommand.Search search => SearchSops.AnswerAsync(search.Words, similar, asker, stop),
        SopCommand.Export export => ExportSops.AskAsync(export.Sop, asker, stop),
        SopCommand.Import => asker.TellAsync(ImportCard.HowTo()),
        SopCommand.History history => histories.AnswerAsync(history.Sop, asker, stop),
        SopCommand.Diff diff => CompareVersions.AnswerAsync(diff, asker, stop),
        SopCommand.Restore restore => restoring.AnswerAsync(restore, asker, stop),
        SopCommand.Which => WhichSop.AnswerAsync(asker, stop),
        SopCommand.LastTime => LastTime.AnswerAsync(similar, asker, stop),
        SopCommand.Doctor => checkup.AnswerAsync(asker, stop),
        SopCommand.Edit or SopCommand.Digest or SopCommand.Settings => modals.AnswerAsync(command, asker, stop),
        SopCommand.Incomplete incomplete => asker.SayAsync(HelpCard.Incomplete(incomplete)),
        SopCommand.Unknown unknown => asker.SayAsync(HelpCard.Unknown(unknown.Word, unknown.Nearest)),
        _ => asker.SayAsync(SlackMessage.Of(Mrkdwn.Of($"`/sop help` lists what I can do here."))),
    };

    private static async Task HelpAsync(Asker asker, CancellationToken stop) =>
        await asker.SayAsync(HelpCard.Render(asker.Context.Installation.Self.User, await HeardChannels.NameableAsync(asker, stop)));
}
