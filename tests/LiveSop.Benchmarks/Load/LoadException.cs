namespace LiveSop.Benchmarks.Load;

/// <summary>The measuring cannot begin; the message says what to do.</summary>
internal sealed class LoadException(string message) : Exception(message);
