using System.Runtime.CompilerServices;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources;

/// <summary>Brings the messages of each place together.</summary>
internal static class ByPlace
{
    /// <summary>
    /// The first place streams through; only messages of later places that arrive meanwhile are held back.
    /// Most files have one place, and then nothing is.
    /// </summary>
    public static async IAsyncEnumerable<Message> ConsecutiveAsync(
        IAsyncEnumerable<Message> messages, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? streaming = null;
        var held = new OrderedDictionary<string, List<Message>>(StringComparer.Ordinal);
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            streaming ??= message.Place;
            if (message.Place == streaming)
                yield return message;
            else if (held.TryGetValue(message.Place, out var others))
                others.Add(message);
            else
                held.Add(message.Place, [message]);
        }
        foreach (var message in held.Values.SelectMany(others => others)) yield return message;
    }
}
