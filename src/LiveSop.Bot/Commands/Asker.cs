using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Commands;

/// <summary>Who asked for something, and where.</summary>
/// <param name="Thread">Null outside threads.</param>
internal sealed record Asker(UserId User, ChannelId Channel, MessageTs? Thread, SlackContext Context)
{
    /// <summary>It was said among the replies of a thread that was there before, not as a message of its own.</summary>
    public bool IsReply { get; init; }

    /// <summary>Answers them alone: what one may read, others in the place may not. At most once.</summary>
    public required Func<MessageBody, Task> TellAsync { get; init; }

    /// <summary>Answers where everybody in the place sees it, if it was asked so.</summary>
    public required Func<MessageBody, Task> SayAsync { get; init; }

    /// <summary>Whether a modal could open for the answer: where it was typed as a command.</summary>
    public bool HasModal { get; init; }

    /// <summary>Everything that is shown to them is read in this scope.</summary>
    public Scope.Viewer Viewer => new(Context.Workspace, User);

    /// <summary>Runs a reading as the asker, and goes on as the bot.</summary>
    public async Task<T> ReadAsync<T>(Func<UnitOfWork, Task<T>> readAsync, CancellationToken stop)
    {
        await Context.Unit.EnterAsync(Viewer, stop);
        var read = await readAsync(Context.Unit);
        await Context.Unit.EnterAsync(new Scope.Miner(Context.Workspace), stop);
        return read;
    }
}
