using System.Text.Json;
using LiveSop.Domain.Drift;

namespace LiveSop.Bot.Learn.Watching;

/// <summary>Why a revision was proposed, as its draft keeps it: by the ids of steps and the words of what is none. A stored format.</summary>
internal sealed record DriftMemory(int Format, IReadOnlyList<DriftMemory.Item> Items, DateTimeOffset Since)
{
    private const int ThisFormat = 1;

    private static readonly JsonSerializerOptions Shapes = new(JsonSerializerDefaults.Web);

    /// <param name="Subject">The id of a step, or <c>+</c> and the words of a deed that is none.</param>
    /// <param name="Beside">Where, of what is added or moved; null for the beginning, and of what is neither.</param>
    internal sealed record Item(string Kind, string Subject, string? Beside, bool Before, int Up, int Leaves, bool Optional, bool More, IReadOnlyList<string> Cases);

    public static DriftMemory Of(Revision revision, Func<int, string> name, DateTimeOffset since) => new(ThisFormat, [.. revision.Reasons.Select(reason => Kept(reason, name))], since);

    public string Write() => JsonSerializer.Serialize(this, Shapes);

    public static DriftMemory? Read(string? kept) => kept is null ? null : JsonSerializer.Deserialize<DriftMemory>(kept, Shapes) is { Format: ThisFormat } memory ? memory : null;

    /// <param name="number">Of a step or a deed by its name; null where there is none of it any more.</param>
    public IEnumerable<DriftDecision> Decisions(Verdict verdict, Func<string, int?> number) =>
        Items.Select(item => Deviation(item, number) is { } deviation ? new DriftDecision(deviation, verdict, item.Cases) : null).OfType<DriftDecision>();

    private static Item Kept(Reason reason, Func<int, string> name) => reason.Deviation switch
    {
        Deviation.Skipped one => new("skipped", name(one.Step), null, false, 0, 0, false, false, reason.Cases),
        Deviation.Added one => new("added", name(one.Activity), one.Where.Step is { } step ? name(step) : null, one.Where.Before, one.Where.Up, 0, false, false, reason.Cases),
        Deviation.Moved one => new("moved", name(one.Step), one.Where.Step is { } step ? name(step) : null, one.Where.Before, one.Where.Up, 0, false, false, reason.Cases),
        Deviation.Shifted one => new("shifted", name(one.Branch.First), null, false, 0, one.Branch.Leaves, one.Branch.Optional, one.More, reason.Cases),
        _ => throw new InvalidOperationException(reason.Deviation.GetType().Name),
    };

    private static Deviation? Deviation(Item item, Func<string, int?> number)
    {
        if (number(item.Subject) is not { } subject) return null;
        var beside = item.Beside is { } name ? number(name) : null;
        if (item.Beside is not null && beside is null) return null;
        var where = new Spot(beside, item.Before, item.Up);
        return item.Kind switch
        {
            "skipped" => new Deviation.Skipped(subject),
            "added" => new Deviation.Added(subject, where),
            "moved" => new Deviation.Moved(subject, where),
            "shifted" => new Deviation.Shifted(new Domain.Drift.Branch(subject, item.Leaves, item.Optional), item.More),
            _ => null,
        };
    }
}
