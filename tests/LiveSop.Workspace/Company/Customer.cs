namespace LiveSop.Workspace.Company;

/// <summary>A company that pays Tarnbrook, and somebody there who writes in.</summary>
internal sealed record Customer(string Name, string Slug, string Contact, string Country)
{
    public string Domain => $"{Slug}.example";

    public static IReadOnlyList<Customer> All { get; } =
    [
        new("Alderfen Logistics", "alderfen", "Petra", "Netherlands"), new("Brightmoor Foods", "brightmoor", "Dario", "Germany"),
        new("Corvane Robotics", "corvane", "Mikael", "Sweden"), new("Dunmarrow Textiles", "dunmarrow", "Fiona", "Ireland"),
        new("Elmstead Optics", "elmstead", "Carla", "Spain"), new("Farrowgate Media", "farrowgate", "Imran", "United Kingdom"),
        new("Glimmerdale Toys", "glimmerdale", "Susan", "Canada"), new("Hollin & Reed", "hollinreed", "Georgia", "United Kingdom"),
        new("Ironquay Marine", "ironquay", "Anders", "Norway"), new("Juniper Vale Clinics", "junipervale", "Beatrice", "Belgium"),
        new("Kestrel Bay Outfitters", "kestrelbay", "Noah", "United States"), new("Larkspur Pharma", "larkspur", "Yvonne", "France"),
        new("Mistral & Sons", "mistralsons", "Gilles", "France"), new("Northweald Energy", "northweald", "Craig", "United Kingdom"),
        new("Oakhaven Dairy", "oakhaven", "Marlene", "Austria"), new("Pellworth Tools", "pellworth", "Jonas", "Denmark"),
        new("Quarrystone Builders", "quarrystone", "Denise", "United States"), new("Rivermead Paper", "rivermead", "Toivo", "Finland"),
        new("Saltmarsh Trading", "saltmarsh", "Leila", "Portugal"), new("Thornbury Seeds", "thornbury", "Victor", "United States"),
        new("Umberline Studios", "umberline", "Paige", "Canada"), new("Vantry Fitness", "vantry", "Enzo", "Italy"),
        new("Wexcombe Furniture", "wexcombe", "Agnes", "Poland"), new("Yarrowfield Brewing", "yarrowfield", "Kofi", "United Kingdom"),
    ];
}
