using System.Numerics;

namespace LiveSop.Domain.Mining;

/// <summary>A small set of numbers from 0, compared by content. Up to 64 of them cost no allocation.</summary>
internal readonly struct Bits : IEquatable<Bits>
{
    private readonly ulong low;
    private readonly ulong[]? high;

    private Bits(ulong low, ulong[]? high = null) => (this.low, this.high) = (low, high);

    public bool IsEmpty => low == 0 && (high is null || Array.TrueForAll(high, word => word == 0));

    public int Count => BitOperations.PopCount(low) + (high?.Sum(BitOperations.PopCount) ?? 0);

    public static Bits Of(int member)
    {
        if (member < 64) return new Bits(1UL << member);
        var words = new ulong[member / 64];
        words[^1] = 1UL << (member % 64);
        return new Bits(0, words);
    }

    public static Bits operator |(Bits a, Bits b) =>
        new(a.low | b.low, a.high is null ? b.high : b.high is null ? a.high : Zip(a, b, static (x, y) => x | y));

    public Bits Without(Bits other) =>
        new(low & ~other.low, high is null || other.high is null ? high : Zip(this, other, static (x, y) => x & ~y));

    public bool Meets(Bits other)
    {
        if ((low & other.low) != 0) return true;
        if (high is null || other.high is null) return false;
        for (var i = Math.Min(high.Length, other.high.Length) - 1; i >= 0; i--)
            if ((high[i] & other.high[i]) != 0)
                return true;
        return false;
    }

    public bool Contains(int member) =>
        member < 64 ? (low >> member & 1) != 0 : member / 64 <= (high?.Length ?? 0) && (high![member / 64 - 1] >> (member % 64) & 1) != 0;

    public IEnumerable<int> Members()
    {
        for (var i = 0; i < 64 * (1 + (high?.Length ?? 0)); i++)
            if (Contains(i))
                yield return i;
    }

    public bool Equals(Bits other)
    {
        if (low != other.low) return false;
        for (var i = Math.Max(high?.Length ?? 0, other.high?.Length ?? 0) - 1; i >= 0; i--)
            if (Word(i) != other.Word(i))
                return false;
        return true;
    }

    public override bool Equals(object? obj) => obj is Bits other && Equals(other);

    public override int GetHashCode()
    {
        var hash = low * 0x9E3779B97F4A7C15;
        for (var i = 0; i < (high?.Length ?? 0); i++) hash ^= BitOperations.RotateLeft(high![i] * 0x9E3779B97F4A7C15, i + 1);
        return (int)(hash >> 32);
    }

    private ulong Word(int i) => i < (high?.Length ?? 0) ? high![i] : 0;

    private static ulong[] Zip(Bits a, Bits b, Func<ulong, ulong, ulong> operation)
    {
        var words = new ulong[Math.Max(a.high!.Length, b.high!.Length)];
        for (var i = 0; i < words.Length; i++) words[i] = operation(a.Word(i), b.Word(i));
        return words;
    }
}
