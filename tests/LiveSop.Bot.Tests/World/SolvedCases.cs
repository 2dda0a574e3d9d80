using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World;

/// <summary>Cases of one kind as people solve them in threads: ada asks, bo solves.</summary>
internal static class SolvedCases
{
    private static readonly string[] Customers = ["alderfen", "brightmoor", "dunmarrow", "farrowgate", "hollin", "ironquay"];

    /// <returns>The first messages of the threads.</returns>
    public static async Task<IReadOnlyList<string>> PasswordResetsAsync(World world, string place)
    {
        var roots = new List<string>();
        foreach (var customer in Customers) roots.Add(await PasswordResetAsync(world, place, customer));
        return roots;
    }

    public static Task<string> PasswordResetAsync(World world, string place, string customer) => ThreadAsync(world, place,
        $"ada|the password reset mail for dana@{customer}.example does not arrive", "bo|Which mail address does the user have?", $"ada|dana@{customer}.example",
        "bo|Removed the address from the block list.", "bo|Sent a new reset mail.", "ada|it works, thanks!");

    /// <param name="talk">Each <c>who|text</c>, the first of them beginning the thread.</param>
    public static async Task<string> ThreadAsync(World world, string place, params string[] talk)
    {
        string? root = null;
        foreach (var said in talk)
        {
            var ts = await Who(world, said).PostAsync(place, said[(said.IndexOf('|', StringComparison.Ordinal) + 1)..], root);
            root ??= ts;
        }
        return root!;
    }

    private static Person Who(World world, string said) => world.Person(said[..said.IndexOf('|', StringComparison.Ordinal)]);
}
