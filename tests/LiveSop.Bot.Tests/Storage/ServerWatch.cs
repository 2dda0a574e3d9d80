using System.Diagnostics;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>
/// Ends the server on a data folder, and removes the folder, when it is disposed or when the test process ends, however that ends: a child of ours sees our
/// end of a pipe close.
/// </summary>
internal sealed class ServerWatch(string folder) : IDisposable
{
    private const string Script = """
        exec >/dev/null 2>&1
        read _
        if server=$(head -n 1 "$1/data/postmaster.pid"); then
            kill -QUIT "$server"
            while kill -0 "$server"; do sleep 0.05; done
        fi
        rm -rf "$1"
        """;

    public string Folder => folder;

    private readonly Process child = Process.Start(new ProcessStartInfo("sh", ["-c", Script, "watch", folder]) { RedirectStandardInput = true, UseShellExecute = false })!;

    public void Dispose()
    {
        child.StandardInput.Close();
        child.WaitForExit();
        child.Dispose();
    }
}
