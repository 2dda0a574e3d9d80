namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>A look into what has not been read: one page of <c>conversations.history</c>, the newest messages between two moments, which are its <c>oldest</c> and <c>latest</c>.</summary>
internal sealed record Sounding(DateTimeOffset After, DateTimeOffset Before);
