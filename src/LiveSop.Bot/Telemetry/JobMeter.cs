using System.Diagnostics;

namespace LiveSop.Bot.Telemetry;

/// <summary>Measures a job.</summary>
internal static class JobMeter
{
    /// <param name="kind">As in <c>minechannel</c>: few, and known.</param>
    public static async Task<T> RunAsync<T>(string workspace, string job, string kind, Func<Task<T>> runAsync)
    {
        using var span = Spans.Job(workspace, job, kind);
        var begun = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            return await runAsync();
        }
        catch (Exception e)
        {
            error = e.GetType().Name;
            span.Fail(error);
            throw;
        }
        finally
        {
            Instruments.Worked(workspace, kind, Stopwatch.GetElapsedTime(begun), error);
        }
    }
}
