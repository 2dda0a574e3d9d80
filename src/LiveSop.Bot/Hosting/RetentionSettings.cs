namespace LiveSop.Bot.Hosting;

/// <summary>How long is kept what nobody uses any more. Section <c>Retention</c>.</summary>
internal sealed record RetentionSettings
{
    /// <summary>For how many days everything of a workspace stays after it removed the app: 0 to 365.</summary>
    public int GraceDays { get; init; } = 30;
}
