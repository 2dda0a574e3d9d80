using LiveSop.Bot.Learn.Exports;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>Files that people give the bot, and those that it gives them.</summary>
internal sealed class FileJobs(ExportSops export, PictureDraft picturing, TakeFile taking, LookAgain looking, MineImport mining)
{
    public Task RunAsync(WorkItem item, Job job, CancellationToken stop) => job switch
    {
        Job.Export one => export.RunAsync(item, one, stop),
        Job.Picture one => picturing.RunAsync(item.Workspace, new(one.Draft), stop),
        Job.TakeFile one => taking.RunAsync(item, one, stop),
        Job.LookAgain one => looking.RunAsync(item, one, stop),
        Job.MineImport one => mining.RunAsync(item, one, stop),
        _ => throw new InvalidOperationException($"Not a job of files: {job.GetType().Name}."),
    };

    /// <summary>Whoever waits for it is told that it will not come.</summary>
    public static Task GiveUpAsync(UnitOfWork unit, WorkItem item, Job job, DateTimeOffset now, CancellationToken stop) => job switch
    {
        Job.Export one => ExportSops.GiveUpAsync(unit, item, one, now, stop),
        Job.TakeFile one => TakeFile.GiveUpAsync(unit, item, one, now, stop),
        Job.MineImport one => MineImport.GiveUpAsync(unit, item, one, now, stop),
        _ => Task.CompletedTask,
    };
}
