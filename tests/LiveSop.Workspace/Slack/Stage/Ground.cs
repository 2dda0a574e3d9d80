namespace LiveSop.Workspace.Slack.Stage;

/// <summary>What every part of the simulated Slack stands on.</summary>
internal sealed class Ground : IDisposable
{
    public Ground(SlackOptions options)
    {
        Clock = options.Clock;
        Remember = options.Remember;
        SocketLifetime = options.SocketLifetime;
        TriggerLife = options.TriggerLife;
        Mint = new Mint(options.Seed);
        Dice = new Dice((ulong)options.Seed);
        Agenda = new Agenda(options.Clock);
        Faults = new Journal<Fault>(options.Remember, Bell);
    }

    /// <summary>Held by whoever reads or changes the state. Everything under it is short and never waits.</summary>
    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public int Remember { get; }

    public TimeSpan SocketLifetime { get; }

    public TimeSpan TriggerLife { get; }

    public Mint Mint { get; }

    /// <summary>Thrown only under the gate.</summary>
    public Dice Dice { get; }

    public Agenda Agenda { get; }

    public Bell Bell { get; } = new();

    public Limits Limits { get; } = new();

    /// <summary>The server's root, without a slash at its end. Known once it listens.</summary>
    public string Root { get; set; } = "";

    public Journal<Fault> Faults { get; }

    public void Blame(string where, string why) => Faults.Add(new Fault(Now, where, why));

    public void Dispose() => Agenda.Dispose();
}
