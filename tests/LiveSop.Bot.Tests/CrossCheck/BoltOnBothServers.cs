namespace LiveSop.Bot.Tests.CrossCheck;

public sealed class BoltOnTheSimulator(BoltOnTheSimulator.Run run) : BoltTests(run), IClassFixture<BoltOnTheSimulator.Run>
{
    public sealed class Run() : BoltRun(SimulatorServer.StartAsync);
}

/// <summary>The second Slack is held to the same as the first.</summary>
public sealed class BoltOnTheReferenceServer(BoltOnTheReferenceServer.Run run) : BoltTests(run), IClassFixture<BoltOnTheReferenceServer.Run>
{
    public sealed class Run() : BoltRun(ReferenceServer.StartAsync);
}
