using System.Text.Json;
using LiveSop.Bot.Storage.Local;

namespace LiveSop.Bot.Tests.Packaging;

/// <summary>The program as a container runs it: by an account without rights, with hardly a variable set, in a folder that it cannot write to.</summary>
public sealed class BareMachineTests : IDisposable
{
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("livesop-bare-").FullName;

    [Theory]
    [InlineData(0, "Usage:", "--help")]
    [InlineData(2, "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are not set", "run")]
    public async Task says_what_it_is_asked_where_it_may_write_nothing(int exitCode, string said, string argument)
    {
        Copy();
        string[] withoutRights = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--bounding-set=-all"] : [];

        var run = await Shell.RunAsync(
            [.. withoutRights, "env", "-i", $"PATH={Environment.GetEnvironmentVariable("PATH")}", $"DOTNET_ROOT={Environment.GetEnvironmentVariable("DOTNET_ROOT")}", "dotnet", Path.Combine(folder, "livesop.dll"), argument], folder, default);

        run.Said.Should().Contain(said);
        run.ExitCode.Should().Be(exitCode);
    }

    public void Dispose()
    {
        File.SetUnixFileMode(folder, ForAll | UnixFileMode.UserWrite);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The program and what it says that it needs; nothing of the tests.</summary>
    private void Copy()
    {
        using var needs = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "livesop.deps.json")));
        var libraries = needs.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .SelectMany(library => library.Value.TryGetProperty("runtime", out var files) ? files.EnumerateObject().Select(file => Path.GetFileName(file.Name)) : []);
        foreach (var file in libraries.Concat(["livesop.deps.json", "livesop.runtimeconfig.json", "appsettings.json"]).Distinct())
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(folder, file));
        File.SetUnixFileMode(folder, ForAll);
    }
}
