using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Company;

internal enum Role { Success, Sales, Support, Lead, Platform, Billing, Privacy, Product, Office, Guest, App }

/// <summary>Somebody, or some app, that posts in the company's Slack.</summary>
/// <param name="Handle">Slack's <c>name</c>; the id is made from it.</param>
internal sealed record Colleague(string Handle, string Name, string Title, Role Role, Zone Zone, Persona Persona)
{
    public string Id { get; } = SlackId.From(Role == Role.App ? "B" : "U", Handle);

    public string FirstName => Name.Split(' ')[0];

    public string Email => Role == Role.Guest ? $"{Handle}@brightmoor.example" : $"{Handle}@{House.Domain}";

    public string Mention => $"<@{Id}>";

    public bool IsApp => Role == Role.App;

    /// <summary>When their account was switched off, if it was.</summary>
    public DateTimeOffset? Left { get; init; }

    /// <summary>Posts, but stands in no list of users: shared-channel people and old accounts look like this.</summary>
    public bool Unlisted { get; init; }

    /// <summary>The user behind a modern app; an old webhook has none.</summary>
    public string? AppUserId { get; init; }
}
