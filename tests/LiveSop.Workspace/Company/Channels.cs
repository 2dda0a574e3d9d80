namespace LiveSop.Workspace.Company;

internal static class Channels
{
    public static Channel General { get; } = new("general", ChannelKind.Public, "Company-wide talk");
    public static Channel Lounge { get; } = new("random", ChannelKind.Public, "Everything that is not work");
    public static Channel Announcements { get; } = new("announcements", ChannelKind.Public, "Read this");
    public static Channel Support { get; } = new("support", ChannelKind.Public, "Customer problems, one thread each please")
    {
        Only = [.. House.People.Where(p => p.Role != Role.Office)],
    };
    public static Channel Billing { get; } = new("billing-help", ChannelKind.Public, "Invoices, plans, refunds, quotes")
    {
        Only = House.Of(Role.Billing, Role.Success, Role.Sales, Role.Support, Role.Lead),
    };
    public static Channel Oncall { get; } = new("platform-oncall", ChannelKind.Public, "Alerts and hand-overs to the platform team")
    {
        Only = House.Of(Role.Platform, Role.Support, Role.Success, Role.Lead, Role.Product),
    };
    public static Channel Escalations { get; } = new("cs-escalations", ChannelKind.Private, "Accounts at risk. Do not quote outside.")
    {
        Only = House.Of(Role.Lead, Role.Success, Role.Support, Role.Privacy, Role.Platform),
    };

    public static IReadOnlyList<Channel> Directs { get; } =
    [
        new("dm-1", ChannelKind.Direct, "") { Only = [House.People[0], House.People[7]] },
        new("dm-2", ChannelKind.Direct, "") { Only = [House.People[9], House.People[21]] },
    ];

    public static IReadOnlyList<Channel> All { get; } = [General, Lounge, Announcements, Support, Billing, Oncall, Escalations, .. Directs];
}
