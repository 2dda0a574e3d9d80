namespace LiveSop.Domain.Mining;

public static class Discovery
{
    public static ProcessTree Discover(EventLog log) => new InductiveMiner().Mine(log);
}
