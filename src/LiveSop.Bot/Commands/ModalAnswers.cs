using LiveSop.Bot.Audience.Configuring;
using LiveSop.Bot.Digest;
using LiveSop.Bot.Learn.Editing;

namespace LiveSop.Bot.Commands;

/// <summary>The commands that are answered in a modal, which opened when they were typed (<see cref="Openings"/>).</summary>
internal sealed class ModalAnswers(EditSop editing, ChangeDigest digest, ConfigureSpace configuring)
{
    public Task AnswerAsync(SopCommand command, Asker asker, CancellationToken stop) => command switch
    {
        SopCommand.Edit edit => editing.AnswerAsync(edit.Sop, asker, stop),
        SopCommand.Digest => digest.AnswerAsync(asker, stop),
        SopCommand.Settings => configuring.AnswerAsync(asker.User, asker.Context, stop),
        _ => throw new InvalidOperationException($"{command.GetType().Name} opens no modal."),
    };
}
