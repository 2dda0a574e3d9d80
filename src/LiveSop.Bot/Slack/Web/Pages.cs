using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>Lists that Slack gives in parts.</summary>
internal static class Pages
{
    private const int MostRepeated = 6;

    /// <param name="read">Null for an item that is not one.</param>
    /// <param name="cursor">Where to start; null for the beginning.</param>
    public static async IAsyncEnumerable<Page<T>> PagesAsync<T>(
        this SlackApi api, Paging paging, Func<JsonElement, T?> read, string? cursor, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        var repeated = 0;
        do
        {
            var answer = await api.CallAsync(paging.Method, paging.Arguments.At(cursor), cancellation);
            var next = answer.Body.Get("response_metadata"u8).Words("next_cursor"u8);
            // A page may be empty and lead to itself. A list that only ever comes round to where it was would never end.
            repeated = next is { Length: > 0 } && next == cursor ? repeated + 1 : 0;
            if (repeated > MostRepeated) throw new SlackCallException(paging.Method, new SlackFailure.Unknown(), "cursor_repeated");
            cursor = string.IsNullOrEmpty(next) ? null : next;
            paging.OnAnswer?.Invoke(answer.Body);
            yield return new Page<T>([.. Items(answer.Body, paging.List).Select(read).OfType<T>()], cursor);
        }
        while (cursor is not null);
    }

    private static IEnumerable<JsonElement> Items(JsonElement body, string list) =>
        body.Get(Encoding.UTF8.GetBytes(list)) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}

/// <summary>What to list.</summary>
/// <param name="List">The name of the list in the answer.</param>
/// <param name="OnAnswer">Shown every answer whole.</param>
internal sealed record Paging(SlackMethod Method, Form Arguments, string List, Action<JsonElement>? OnAnswer = null);
