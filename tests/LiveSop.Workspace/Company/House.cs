using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Company;

/// <summary>
/// Tarnbrook: data sharing for wholesalers and their shops (imports, exports, dashboards, an API, webhooks). Invented, like everybody in it.
/// </summary>
internal static class House
{
    public const string Name = "Tarnbrook";
    public const string Domain = "tarnbrook.example";

    public static string TeamId { get; } = SlackId.From("T", Name);

    public static Colleague AlertBot { get; } = App("beacon", "Beacon Alerts");
    public static Colleague DeployBot { get; } = App("slipway", "Slipway Deploys");
    public static Colleague JiraApp { get; } = App("jira", "Jira Cloud") with { AppUserId = SlackId.From("U", "jira") };

    /// <summary>Wrote to a shared channel from another company, and is in no list.</summary>
    public static Colleague Unlisted { get; } =
        new("o.tamm", "Oskar Tamm", "Implementation partner", Role.Guest, Zone.Berlin, Persona.Plain) { Unlisted = true };

    public static IReadOnlyList<Colleague> People { get; } =
    [
        new("maya.lindqvist", "Maya Lindqvist", "Senior support engineer", Role.Support, Zone.Berlin, Persona.Plain),
        new("tom.okafor", "Tom Okafor", "Support engineer", Role.Support, Zone.London, Persona.Terse),
        new("ines.duarte", "Inês Duarte", "Support engineer", Role.Support, Zone.London, Persona.Chatty),
        new("rohan.bhatt", "Rohan Bhatt", "Support engineer", Role.Support, Zone.Kolkata, Persona.Formal),
        new("casey.whitlock", "Casey Whitlock", "Support engineer", Role.Support, Zone.Eastern, Persona.Casual),
        new("june.park", "June Park", "Senior support engineer", Role.Support, Zone.Pacific, Persona.Brisk),
        new("viktor.hale", "Viktor Hale", "Support engineer", Role.Support, Zone.Eastern, Persona.Plain) { Left = new(2026, 4, 17, 16, 0, 0, TimeSpan.Zero) },
        new("dana.mercer", "Dana Mercer", "Head of support", Role.Lead, Zone.Eastern, Persona.Brisk),
        new("henrik.solberg", "Henrik Solberg", "Support team lead", Role.Lead, Zone.Berlin, Persona.Plain),
        new("lucia.fontana", "Lucia Fontana", "Customer success manager", Role.Success, Zone.Berlin, Persona.Chatty),
        new("ben.ashworth", "Ben Ashworth", "Customer success manager", Role.Success, Zone.London, Persona.Casual),
        new("priya.nair", "Priya Nair", "Customer success manager", Role.Success, Zone.Kolkata, Persona.Formal),
        new("grace.ellery", "Grace Ellery", "Senior customer success manager", Role.Success, Zone.Eastern, Persona.Plain),
        new("marcus.boyd", "Marcus Boyd", "Customer success manager", Role.Success, Zone.Pacific, Persona.Brisk),
        new("nadia.karim", "Nadia Karim", "Account executive", Role.Sales, Zone.London, Persona.Brisk),
        new("joel.strand", "Joel Strand", "Account executive", Role.Sales, Zone.Eastern, Persona.Casual),
        new("sam.whitaker", "Sam Whitaker", "Platform engineer", Role.Platform, Zone.London, Persona.Casual),
        new("elif.demir", "Elif Demir", "Site reliability engineer", Role.Platform, Zone.Berlin, Persona.Terse),
        new("arjun.mehta", "Arjun Mehta", "Platform engineer", Role.Platform, Zone.Kolkata, Persona.Plain),
        new("kate.rowan", "Kate Rowan", "Staff platform engineer", Role.Platform, Zone.Eastern, Persona.Brisk),
        new("leo.santini", "Leo Santini", "Platform engineer", Role.Platform, Zone.Pacific, Persona.Casual),
        new("helen.frost", "Helen Frost", "Billing specialist", Role.Billing, Zone.London, Persona.Formal),
        new("paolo.ricci", "Paolo Ricci", "Billing specialist", Role.Billing, Zone.Berlin, Persona.Plain),
        new("tess.monroe", "Tess Monroe", "Revenue accountant", Role.Billing, Zone.Eastern, Persona.Chatty),
        new("ruth.adeyemi", "Ruth Adeyemi", "Privacy counsel", Role.Privacy, Zone.London, Persona.Formal),
        new("max.feld", "Max Feld", "Product manager", Role.Product, Zone.Berlin, Persona.Chatty),
        new("olive.tanaka", "Olive Tanaka", "Office manager", Role.Office, Zone.London, Persona.Chatty),
        new("dario.weiss", "Dario Weiss", "IT administrator", Role.Guest, Zone.Berlin, Persona.Plain),
    ];

    public static IReadOnlyList<Colleague> Apps { get; } = [AlertBot, DeployBot, JiraApp];

    public static IReadOnlyList<Colleague> Of(params Role[] roles) => [.. People.Where(p => roles.Contains(p.Role))];

    private static Colleague App(string handle, string name) => new(handle, name, "", Role.App, Zone.Pacific, Persona.Machine);
}
