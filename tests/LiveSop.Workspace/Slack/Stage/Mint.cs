namespace LiveSop.Workspace.Slack.Stage;

/// <summary>Makes ids in Slack's shapes, the same ones for the same seed.</summary>
internal sealed class Mint(int seed)
{
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly Lock _gate = new();
    private readonly Dice _dice = new Dice((ulong)seed).Fork("ids");

    /// <summary>A prefix, a zero, nine letters: <c>U0…</c>, <c>Ev0…</c>.</summary>
    public string Id(string prefix) => prefix + "0" + Text(Letters, 9);

    /// <summary>What only its holder can know, for tickets and tokens.</summary>
    public string Secret(int length = 32) => Text("0123456789abcdef", length);

    /// <summary>What Slack gives to a block that came without id.</summary>
    public string Short() => Text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 5);

    /// <summary>In the shape of a UUID, for envelopes and client messages.</summary>
    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_gate)
        {
            BitConverter.TryWriteBytes(bytes, _dice.Next());
            BitConverter.TryWriteBytes(bytes[8..], _dice.Next());
        }
        return new Guid(bytes).ToString();
    }

    private string Text(string letters, int length)
    {
        lock (_gate)
        {
            return string.Create(length, (letters, _dice), static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = source.letters[source._dice.Below(source.letters.Length)];
            });
        }
    }
}
