using LiveSop.Bot.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace LiveSop.Bot.Tests.Scheduling;

public sealed class TimekeeperTests
{
    [Fact]
    public async Task told_to_stop_while_it_begins_it_does_not_end_as_one_that_failed()
    {
        var stuck = new Stuck();
        using var keeper = new Timekeeper(stuck, new Timetable([Replica.Noting([], "* * * * * ?")]), TimeProvider.System, NullLogger<Timekeeper>.Instance);
        await keeper.StartAsync(CancellationToken.None);
        await stuck.Asked;

        await keeper.StopAsync(CancellationToken.None);

        keeper.ExecuteTask!.IsFaulted.Should().BeFalse();
    }

    /// <summary>Wraps its end as Quartz's store does.</summary>
    private sealed class Stuck : ISchedulerFactory
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => asked.Task;

        public async ValueTask<IScheduler> GetScheduler(CancellationToken cancellationToken = default)
        {
            asked.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException e)
            {
                throw new JobPersistenceException("Couldn't obtain triggers", e);
            }
            throw new InvalidOperationException("It waits for ever.");
        }

        public ValueTask<IScheduler?> LookupScheduler(string schedName, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<List<IScheduler>> GetAllSchedulers(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
