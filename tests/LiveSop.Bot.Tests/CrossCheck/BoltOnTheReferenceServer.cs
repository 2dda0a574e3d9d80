namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>The second Slack is held to the same as the first.</summary>
public sealed class BoltOnTheReferenceServer(BoltOnTheReferenceServer.Run run) : BoltTests(run), IClassFixture<BoltOnTheReferenceServer.Run>
{
    public sealed class Run : BoltRun
    {
        protected override async Task<SlackServer> StartServerAsync() => await ReferenceServer.StartAsync();
    }
}
