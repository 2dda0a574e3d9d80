using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Interactions;

namespace LiveSop.Workspace.Demo;

/// <summary>A morning at the company, in scenes: the bot is invited, reads, listens, answers, and shows what it found.</summary>
internal sealed class Morning(Stage stage, Playbill bill)
{
    private const string Place = "support";

    private readonly Person dana = stage.Person("dana.mercer");
    private readonly Person maya = stage.Person("maya.lindqvist");
    private readonly Person lucia = stage.Person("lucia.fontana");
    private readonly Person tom = stage.Person("tom.okafor");
    private readonly Person henrik = stage.Person("henrik.solberg");

    public async Task PlayAsync()
    {
        await InviteAsync();
        var thread = await ListenAsync();
        await HelpAsync();
        await MineAsync();
        await ReviewAsync();
        await WhichAsync(thread);
    }

    private async Task InviteAsync()
    {
        bill.Scene("Dana, head of support, invites the bot into #support.");
        await dana.InviteAsync(stage.Bot, Place);
        await stage.UntilAsync(() => FromBot(dana).Any());
        bill.Show(dana, Place, latest: 3);
        bill.Aside("It reads what was said there before it came …");
        await QuietAsync();
        bill.Aside($"{stage.Slack.Calls.Count(call => call.Method is "conversations.history" or "conversations.replies"):N0} calls of conversations.history and conversations.replies later it has read the channel.");
        bill.Aside("Slack's rate limits are switched off here; under Slack's own, some fifty such calls a minute, it would go on in the background. Its one message says how far it is:");
        bill.Show(dana, Place, latest: 1);
    }

    private async Task<string> ListenAsync()
    {
        bill.Scene("A customer has a problem. The bot listens, and says nothing.");
        var asked = await lucia.PostAsync(Place, "Alderfen Logistics wrote in: their nightly export has been stuck at 40% since 02:00, no error shown. Can someone take a look?");
        await tom.PostAsync(Place, "on it. which export id is it?", asked);
        await lucia.PostAsync(Place, "EX-20931, the daily orders one", asked);
        await QuietAsync();
        bill.ShowThread(tom, Place, asked);
        bill.Scene("Maya asks the bot in that thread, where commands do not work.");
        await maya.PostAsync(Place, $"@{stage.Bot} help", asked);
        await stage.UntilAsync(() => stage.Workspace.Visible(maya, Place).Thread(asked).Any(message => message.User == stage.App.Bot.Id));
        bill.ShowThread(maya, Place, asked);
        return asked;
    }

    private async Task HelpAsync()
    {
        bill.Scene("Tom types /sop help. Only he sees the answer.");
        await tom.SlashAsync(Place, "/sop", "help");
        await stage.UntilAsync(() => stage.Workspace.Visible(tom, Place).Messages.Any(message => message.IsEphemeral));
        bill.Show(tom, Place, latest: 1);
        bill.Aside("What Maya sees at that moment:");
        bill.Show(maya, Place, latest: 1);
    }

    private async Task MineAsync()
    {
        bill.Scene("Dana types /sop mine: one message, edited in place when the bot is done.");
        await dana.SlashAsync(Place, "/sop", "mine");
        await stage.UntilAsync(() => FromBot(dana).Any(IsFinding));
        bill.Show(dana, Place, latest: 1);
        bill.Scene("Dana presses the first “Show steps”. A modal opens for her.");
        var list = FromBot(dana).Last(IsFinding);
        await dana.ClickAsync(list, "sop.open");
        await ModalAsync(dana, "nobody has reviewed it yet");
        bill.ShowModal(dana, Place);
    }

    private async Task ReviewAsync()
    {
        bill.Scene("She asks for a review. Henrik, who may approve, has the draft as a direct message.");
        await dana.ClickAsync(await ModalAsync(dana, "Ask for review"), "sop.ask_for_review");
        await dana.CloseAsync(await ModalAsync(dana, "Asked for a decision"));
        await QuietAsync();
        bill.ShowDirect(henrik, Place, latest: 2);
        bill.Scene("He presses Approve, sees how it fits a real case, and puts it in force.");
        await henrik.ClickAsync(stage.Workspace.Visible(henrik, Place).Direct.First(message => message.Text.Contains("Please decide", StringComparison.Ordinal)), "review.approve");
        var modal = await ModalAsync(henrik, "Put in force");
        bill.ShowModal(henrik, Place);
        await henrik.SubmitAsync(modal, ("Why", "that is how we do it"));
        modal = await ModalAsync(henrik, "is in force");
        bill.ShowModal(henrik, Place);
        await henrik.CloseAsync(modal);
    }

    private async Task WhichAsync(string thread)
    {
        bill.Scene("Tom asks of Lucia's thread, in the menu of its message: “Which SOP is this?”");
        await tom.ShortcutAsync("livesop_which", Place, thread);
        await stage.UntilAsync(() => stage.Workspace.Visible(tom, Place).Modals.Any(modal => !modal.Json.GetRawText().Contains("Looking for", StringComparison.Ordinal)));
        bill.ShowModal(tom, Place);
        foreach (var modal in stage.Workspace.Visible(tom, Place).Modals) await tom.CloseAsync(modal);
    }

    /// <summary>What they have open on top, once it says so.</summary>
    private async Task<View> ModalAsync(Person who, string saying)
    {
        View? Top() => stage.Workspace.Visible(who, Place).Modals.LastOrDefault(modal => modal.Json.GetRawText().Contains(saying, StringComparison.Ordinal));
        await stage.UntilAsync(() => Top() is not null);
        return Top()!;
    }

    private static bool IsFinding(SeenMessage message) => message.EditedTs is not null && message.Text.Contains("procedure", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<SeenMessage> FromBot(Person reader) =>
        stage.Workspace.Visible(reader, Place).Messages.Where(message => message.User == stage.App.Bot.Id && message.Blocks is not null);

    /// <summary>Until everything was taken and the bot has asked Slack nothing for a while.</summary>
    private async Task QuietAsync()
    {
        await stage.UntilAsync(() => stage.Slack.Deliveries.Pending == 0);
        for (var before = -1; before != stage.Slack.Calls.Count(); await Task.Delay(700)) before = stage.Slack.Calls.Count();
    }
}
