namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>What a reading has still to read of a channel's own messages: from where it has come to, back to where it ends. Empty where the two are the same.</summary>
internal readonly record struct Span(DateTimeOffset BackTo, DateTimeOffset Reached);
