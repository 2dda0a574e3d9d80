namespace LiveSop.Workspace.Company;

/// <summary>A company that pays Tarnbrook, and somebody there who writes in.</summary>
/// <param name="Code">What its tax number begins with.</param>
internal sealed record Customer(string Name, string Slug, string Contact, string Country, string Code)
{
    public string Domain => $"{Slug}.example";

    public static IReadOnlyList<Customer> All { get; } =
    [
        new("Alderfen Logistics", "alderfen", "Petra", "Netherlands", "NL"), new("Brightmoor Foods", "brightmoor", "Dario", "Germany", "DE"),
        new("Corvane Robotics", "corvane", "Mikael", "Sweden", "SE"), new("Dunmarrow Textiles", "dunmarrow", "Fiona", "Ireland", "IE"),
        new("Elmstead Optics", "elmstead", "Carla", "Spain", "ES"), new("Farrowgate Media", "farrowgate", "Imran", "United Kingdom", "GB"),
        new("Glimmerdale Toys", "glimmerdale", "Susan", "Canada", "CA"), new("Hollin & Reed", "hollinreed", "Georgia", "United Kingdom", "GB"),
        new("Ironquay Marine", "ironquay", "Anders", "Norway", "NO"), new("Juniper Vale Clinics", "junipervale", "Beatrice", "Belgium", "BE"),
        new("Kestrel Bay Outfitters", "kestrelbay", "Noah", "United States", "US"), new("Larkspur Pharma", "larkspur", "Yvonne", "France", "FR"),
        new("Mistral & Sons", "mistralsons", "Gilles", "France", "FR"), new("Northweald Energy", "northweald", "Craig", "United Kingdom", "GB"),
        new("Oakhaven Dairy", "oakhaven", "Marlene", "Austria", "AT"), new("Pellworth Tools", "pellworth", "Jonas", "Denmark", "DK"),
        new("Quarrystone Builders", "quarrystone", "Denise", "United States", "US"), new("Rivermead Paper", "rivermead", "Toivo", "Finland", "FI"),
        new("Saltmarsh Trading", "saltmarsh", "Leila", "Portugal", "PT"), new("Thornbury Seeds", "thornbury", "Victor", "United States", "US"),
        new("Umberline Studios", "umberline", "Paige", "Canada", "CA"), new("Vantry Fitness", "vantry", "Enzo", "Italy", "IT"),
        new("Wexcombe Furniture", "wexcombe", "Agnes", "Poland", "PL"), new("Yarrowfield Brewing", "yarrowfield", "Kofi", "United Kingdom", "GB"),
    ];
}
