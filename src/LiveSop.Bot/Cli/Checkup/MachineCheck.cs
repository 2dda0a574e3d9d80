using LiveSop.Bot.Pictures;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Local;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>What the bot wants of the machine that it runs on.</summary>
internal static class MachineCheck
{
    private const double Little = 2;
    private const double TooLittle = 0.2;

    /// <returns>Null where the database lies on a server that somebody else looks after.</returns>
    public static Finding? Disk(DatabaseOptions options)
    {
        if (options.Owner is not null || OperatingSystem.IsWindows()) return null;
        var folder = DataFolder.Of(options.Folder, ServerAccount.OfThisProcess()).Root;
        var there = folder;
        while (!Directory.Exists(there)) there = Path.GetDirectoryName(there)!;
        var free = new DriveInfo(there).AvailableFreeSpace / 1e9;
        var what = $"disk: {free:0.0} GB free for {folder}";
        return free < TooLittle ? Finding.Wrong(what, "free some, or set Database__Folder to a larger disk; the database stops when it is full")
            : free < Little ? Finding.Warn(what, "free some, or set Database__Folder to a larger disk: a million messages take some gigabytes")
            : Finding.Ok(what);
    }

    /// <param name="dot">Graphviz's program.</param>
    public static async Task<Finding> PicturesAsync(string dot, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("livesop-doctor-");
        try
        {
            return await WorkflowPicture.RenderAsync("digraph { a -> b }", Path.Combine(folder.FullName, "try.png"), dot, stop) switch
            {
                PictureResult.Drawn => Finding.Ok("pictures: Graphviz draws them"),
                PictureResult.Failed failed => Finding.Warn($"pictures: Graphviz does not draw ({failed.Reason})", "install it anew, with a font such as DejaVu Sans"),
                _ => Finding.Warn("pictures: Graphviz is not there, so procedures come without them", "install the packages graphviz and fonts-dejavu-core, or set Pictures:Dot in appsettings.json"),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
