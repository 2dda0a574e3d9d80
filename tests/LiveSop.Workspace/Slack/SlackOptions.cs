namespace LiveSop.Workspace.Slack;

/// <summary>How a simulated Slack is set up.</summary>
internal sealed class SlackOptions
{
    /// <summary>Turns every deadline: acks, retries, triggers, response URLs, rate limits, scheduled posts.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Ids, the choice among sockets and all trouble follow from it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long Slack guesses that a socket lasts, as it says in its greeting. It closes none by itself.</summary>
    public TimeSpan SocketLifetime { get; init; } = TimeSpan.FromSeconds(18060);

    /// <summary>How long a trigger id lives: three seconds, as Slack has it, unless a test is not to depend on how fast the machine is.</summary>
    public TimeSpan TriggerLife { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>On loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How many calls, deliveries and faults are remembered each; the counts go on beyond it.</summary>
    public int Remember { get; init; } = 200_000;
}
