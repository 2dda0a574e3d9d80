using LiveSop.Workspace.Company;
using LiveSop.Workspace.Stories;

namespace LiveSop.Workspace.History;

/// <summary>Puts a script in time and in a channel.</summary>
internal sealed class Staging(Timeline timeline)
{
    private static readonly string[] Files = ["screenshot.png", "error.png", "login-page.png", "trace.har", "metadata.xml", "IMG_2041.jpg", "console.log"];

    public HistoryCase Play(Story story, Script script, Channel channel, DateTimeOffset at, Dice dice)
    {
        var threaded = dice.Chance(0.87);
        var messages = new List<HistoryMessage>();
        foreach (var turn in script.Turns)
        {
            at = timeline.Stamp(Moment(turn, story.Pace, at, threaded, dice), dice);
            var root = messages.FirstOrDefault();
            messages.Add(new HistoryMessage
            {
                Channel = channel,
                Ts = Timeline.Ts(at),
                At = at,
                Author = turn.Speaker,
                Text = turn.Text,
                ThreadTs = threaded ? root?.Ts : null,
                Case = root?.Key ?? $"{channel.Id}:{Timeline.Ts(at)}",
                Activities = [.. turn.Does.Select(a => a.Name)],
                FileName = turn.HasFile ? dice.Pick(Files) : null,
            });
        }
        var decorated = messages.ConvertAll(m => Decoration.Of(m, channel.Members, dice));
        return new HistoryCase(messages[0].Key, story, decorated, threaded, script.Resolved);
    }

    /// <summary>Un-threaded talk goes on while people are at it, so it is quicker.</summary>
    private static DateTimeOffset Moment(Turn turn, Pace pace, DateTimeOffset before, bool threaded, Dice dice)
    {
        if (turn.Wait == Wait.None) return before;
        var median = turn.Wait switch { Wait.First => pace.First, Wait.Next => pace.Next, Wait.Requester => pace.Requester, _ => 0.5 };
        var minutes = Math.Max(0.15, dice.LogNormal(threaded ? median : median / 3, turn.Wait == Wait.Quick ? 0.5 : pace.Sigma));
        var at = before.AddSeconds(Math.Floor(minutes * 60));
        var onCall = turn.Speaker.Role == Role.Platform && dice.Chance(0.3);
        return turn.Wait == Wait.Quick || onCall ? at : WorkingHours.NextFor(turn.Speaker, at, dice);
    }
}
