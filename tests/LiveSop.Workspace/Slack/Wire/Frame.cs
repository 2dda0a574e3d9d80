using System.Text;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>What goes over a socket as one message.</summary>
internal sealed record Frame(ReadOnlyMemory<byte> Bytes)
{
    public bool Binary { get; init; }

    /// <summary>In pieces of so many bytes; 0 is whole.</summary>
    public int Pieces { get; init; }

    public static Frame Of(string text) => new(Encoding.UTF8.GetBytes(text));
}
