using LiveSop.Bot.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LiveSop.Bot.Tests.Hosting;

/// <summary>How a run ended is told by more than that it ended.</summary>
public sealed class HostRunTests
{
    [Fact]
    public async Task a_loop_that_breaks_ends_the_run_and_is_named()
    {
        using var host = Host(new Breaking());

        (await HostRun.UntilStoppedAsync(host, CancellationToken.None)).Should().BeOfType<HostEnd.Broken>().Which.Sentence.Should().Contain("Breaking failed (InvalidOperationException)");
    }

    [Fact]
    public async Task an_end_that_was_asked_for_is_a_good_one()
    {
        using var stop = new CancellationTokenSource();
        using var host = Host(new Waiting());
        var run = HostRun.UntilStoppedAsync(host, stop.Token);

        await stop.CancelAsync();

        (await run).Should().BeOfType<HostEnd.Stopped>();
    }

    [Fact]
    public async Task an_end_that_was_asked_for_while_it_began_is_a_good_one_too()
    {
        using var stop = new CancellationTokenSource();
        using var host = Host(new Slow(stop));

        (await HostRun.UntilStoppedAsync(host, stop.Token)).Should().BeOfType<HostEnd.Stopped>();
    }

    [Fact]
    public async Task who_does_not_end_in_time_is_left_and_named()
    {
        using var stop = new CancellationTokenSource();
        using var deaf = new Deaf();
        using var host = Host(deaf);
        var run = HostRun.UntilStoppedAsync(host, stop.Token);
        await deaf.Running;

        await stop.CancelAsync();

        (await run).Should().BeOfType<HostEnd.Broken>().Which.Sentence.Should().Contain("Deaf did not end");
    }

    private static IHost Host(IHostedService loop)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.Services.AddSingleton(loop);
        return builder.Build();
    }

    private sealed class Breaking : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }
    }

    private sealed class Waiting : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Delay(Timeout.Infinite, stoppingToken);
    }

    /// <summary>Is told to stop while it starts.</summary>
    private sealed class Slow(CancellationTokenSource stop) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Deaf : BackgroundService
    {
        private readonly TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Running => running.Task;

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            running.SetResult();
            return Task.Delay(Timeout.Infinite, CancellationToken.None);
        }
    }
}
