namespace LiveSop.Workspace.Stories;

/// <summary>Everything that keeps happening at this company.</summary>
internal static class StoryBook
{
    public static IReadOnlyList<Story> All { get; } =
    [
        SsoLogin.Story, PasswordMail.Story, WrongInvoice.Story, PlanUpgrade.Story,
        StuckExport.Story, RateLimit.Story, DataDeletion.Story, FailingWebhooks.Story,
    ];

    public static IReadOnlyList<Activity> Activities { get; } = [.. All.SelectMany(s => s.Process.Activities()).Distinct()];

    /// <exception cref="ArgumentException">No such kind.</exception>
    public static Story Of(string kind) =>
        All.FirstOrDefault(s => s.Kind == kind) ?? throw new ArgumentException($"No kind '{kind}'.", nameof(kind));
}
