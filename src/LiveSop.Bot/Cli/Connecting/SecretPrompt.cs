using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LiveSop.Bot.Cli.Connecting;

/// <summary>Reads a line that the terminal does not show. The terminal itself is told so, since a pasted line would show where it comes between two reads of keys.</summary>
/// <param name="input">The terminal, which hands over whole lines.</param>
internal sealed class SecretPrompt(Stream input, TextWriter aside)
{
    /// <summary>The file itself: the console's own stream would write on the screen what it reads, whatever the terminal was told.</summary>
    public static Stream StandardInput() => new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    /// <returns>Null where the person left, or the terminal would show what is typed.</returns>
    public async Task<string?> AskAsync(string question, CancellationToken stop)
    {
        // Before the question: whoever sees it may type at once.
        if (!await EchoAsync(false)) return null;
        try
        {
            await aside.WriteAsync($"{question} ");
            await aside.FlushAsync(stop);
            // A read of a terminal cannot be broken off: on a stop it is left behind, and ends with the process.
            return await Task.Run(ReadLine, stop).WaitAsync(stop);
        }
        finally
        {
            await EchoAsync(true);
            await aside.WriteLineAsync();
        }
    }

    private string? ReadLine()
    {
        var line = new List<byte>();
        for (int next; (next = input.ReadByte()) != '\n';)
        {
            if (next < 0) return null;
            line.Add((byte)next);
        }
        return Encoding.UTF8.GetString([.. line]);
    }

    private static async Task<bool> EchoAsync(bool shown)
    {
        try
        {
            using var stty = Process.Start(new ProcessStartInfo("stty", [shown ? "echo" : "-echo"]));
            if (stty is null) return false;
            await stty.WaitForExitAsync();
            return stty.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
