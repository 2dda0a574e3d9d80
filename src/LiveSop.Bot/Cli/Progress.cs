using LiveSop.Domain.Sops.Pages;
using Spectre.Console;

namespace LiveSop.Bot.Cli;

/// <summary>Says what long work is at: on a terminal a line that moves, elsewhere a plain line now and then.</summary>
internal static class Progress
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    /// <param name="work">Is given where to tell what it is at, from any thread.</param>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, TimeProvider time, Func<Action<string>, Task<T>> work) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities.Interactive
            ? console.Status().StartAsync("Starting", context => work(phrase => context.Status(Markup.Escape(Untrusted.OneLine(phrase)))))
            : work(NowAndThen(console.Profile.Out.Writer, time));

    /// <summary>Quick work stays silent.</summary>
    public static Action<string> NowAndThen(TextWriter writer, TimeProvider time)
    {
        var said = time.GetTimestamp();
        var gate = new Lock();
        return phrase =>
        {
            lock (gate)
            {
                if (time.GetElapsedTime(said) < Between) return;
                said = time.GetTimestamp();
                writer.WriteLine(Untrusted.OneLine(phrase));
            }
        };
    }
}
