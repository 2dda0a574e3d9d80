using System.Text.Json;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>What a method answers.</summary>
internal abstract record Answer
{
    private Answer() { }

    /// <summary>Done, with nothing more to say.</summary>
    public static Answer Done { get; } = new Fine(_ => { });

    public static Answer Ok(Action<Utf8JsonWriter> fields) => new Fine(fields);

    /// <summary>A page of a list; an empty cursor means the end.</summary>
    public static Answer Page(Action<Utf8JsonWriter> fields, string? next) => new Fine(fields) { Next = next ?? "" };

    public static Refused No(string error, params string[] messages) => new(error) { Messages = messages };

    /// <param name="Fields">What stands beside <c>ok</c>.</param>
    public sealed record Fine(Action<Utf8JsonWriter> Fields) : Answer
    {
        /// <summary>Null where the method has no pages.</summary>
        public string? Next { get; init; }

        public IReadOnlyList<string> Warnings { get; init; } = [];
    }

    /// <param name="Error">Slack's name for it.</param>
    public sealed record Refused(string Error) : Answer
    {
        /// <summary>For people to read; each begins with <c>[ERROR]</c>.</summary>
        public IReadOnlyList<string> Messages { get; init; } = [];

        /// <summary>The scope that is missing.</summary>
        public string? Needed { get; init; }

        /// <summary>429 with this <c>Retry-After</c>.</summary>
        public int? RetryAfter { get; init; }
    }
}
