using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LiveSop.Bot.Sources;

/// <summary>Reads JSON item by item, so that a file's size does not matter, and turns every failure into a sentence.</summary>
/// <param name="shown">How the source is named in a refusal.</param>
/// <param name="expected">What the items should be, for that sentence: "a list of messages".</param>
internal sealed class JsonItems(string shown, string expected, JsonSerializerOptions shapes, SizeLimits limits)
{
    private long sinceLastItem;

    /// <summary>Takes the stream over. Elements that are <c>null</c> are passed over.</summary>
    /// <param name="topLevel">Items one after another instead of one list.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        Stream source, bool topLevel, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        await using var metered = new MeteredStream(source, Passed);
        await using var items = JsonSerializer
            .DeserializeAsyncEnumerable<T>(metered, topLevel, shapes, cancellation).GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(items))
        {
            sinceLastItem = 0;
            if (items.Current is { } item) yield return item;
        }
    }

    private void Passed(int bytes)
    {
        sinceLastItem += bytes;
        if (sinceLastItem > limits.ItemBytes)
            throw new BadInputException(shown, $"holds a single item of more than {limits.ItemBytes >> 20} MB, which no real export does; "
                + "export it again.");
    }

    private async ValueTask<bool> MoveNextAsync<T>(IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException e)
        {
            var sentence = $"breaks off, is damaged, or is not {expected} in UTF-8; export it again.";
            throw new BadInputException(shown, sentence, e.LineNumber + 1, e);
        }
        catch (InvalidDataException e)
        {
            throw new BadInputException(shown, "is damaged and cannot be unpacked; download it again.", null, e);
        }
        catch (IOException e)
        {
            throw InputFile.Unreadable(shown, e);
        }
    }
}
