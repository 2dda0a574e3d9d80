using LiveSop.Workspace.Slack;

namespace LiveSop.Workspace.Demo;

/// <summary>After the script: the user types as one of the people, and presses what they see.</summary>
internal sealed class Improvisation(Stage stage, Playbill bill, Func<string, string?> read)
{
    private const string Help = """
        text              say it in the channel           > text     answer in the latest thread
        /sop help         type a command                  dm text    write to the bot directly
        /invite @livesop  let the bot into the channel
        3                 press what bears the number 3   close      close the modal
        as maya.lindqvist become somebody else            who        who there is
        #general          go to another channel           look       look again
        quit              end
        """;

    private Person who = stage.Person("maya.lindqvist");
    private string place = "support";

    public async Task PlayAsync()
    {
        bill.Scene("Your turn.");
        bill.Aside(Help);
        while (read($"{who.Account.Name} in #{place}> ") is { } line && line.Trim() is not ("quit" or "exit"))
        {
            try
            {
                await DoAsync(line.Trim());
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                bill.Aside(e.Message.Split(" (Parameter")[0]);
            }
        }
    }

    private async Task DoAsync(string line)
    {
        switch (line)
        {
            case "" or "look": bill.Show(who, place, latest: 3, threads: true); return;
            case "help" or "?": bill.Aside(Help); return;
            case "who": bill.Aside(string.Join(", ", stage.Workspace.Roster.All.Where(account => !account.IsBot && !account.Deleted).Select(account => account.Handle))); return;
            case "close": await CloseAsync(); break;
            case ['#', .. var channel]: place = stage.Workspace.Conversation(channel).Name; break;
            case ['>', .. var reply]: await who.PostAsync(place, reply.Trim(), LatestThread()); break;
            case "/invite @livesop": await who.InviteAsync(stage.Bot, place); break;
            case ['/', ..]: await CommandAsync(line); break;
            case var _ when line.StartsWith("as ", StringComparison.Ordinal): who = stage.Person(line[3..].Trim().TrimStart('@')); break;
            case var _ when line.StartsWith("dm ", StringComparison.Ordinal): await DirectAsync(line[3..]); return;
            case var _ when int.TryParse(line, out var number): await PressAsync(number); break;
            default: await who.PostAsync(place, line); break;
        }
        await Task.Delay(TimeSpan.FromSeconds(1));
        bill.Show(who, place, latest: 3, threads: true);
    }

    private async Task PressAsync(int number)
    {
        if (bill[number] is not { } pressed) bill.Aside($"Nothing on the screen bears the number {number}.");
        else if (await stage.PressAsync(who, place, pressed) is Shown.Failed failed) bill.Aside(failed.Text);
    }

    private async Task CommandAsync(string line)
    {
        var words = line.Split(' ', 2);
        if (await who.SlashAsync(place, words[0], words.Length > 1 ? words[1] : "") is Shown.Failed failed) bill.Aside(failed.Text);
    }

    private async Task DirectAsync(string text)
    {
        await who.DirectMessageAsync(stage.Bot, text);
        await Task.Delay(TimeSpan.FromSeconds(1));
        bill.ShowDirect(who, place);
    }

    private async Task CloseAsync()
    {
        foreach (var modal in stage.Workspace.Visible(who, place).Modals.Reverse()) await who.CloseAsync(modal);
    }

    private string? LatestThread() => stage.Workspace.Visible(who, place).Messages.LastOrDefault(message => !message.IsEphemeral)?.Ts;
}
