using System.Text.Json;
using System.Text.Json.Nodes;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Storage.Sops;

/// <summary>How a procedure is stored. A format with a version: samples of old ones stay in the tests.</summary>
internal static class ProcedureFormat
{
    private const int ThisVersion = 1;

    private static readonly JsonSerializerOptions Shapes = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault };

    public static string Write(Procedure procedure) => JsonSerializer.Serialize(new Stored(
        ThisVersion, procedure.Title, procedure.Trigger, [.. procedure.Steps.Select(Step)], Flow(procedure.Flow), procedure.NextStep, procedure.Cases, procedure.MedianSeconds, procedure.LastSeen), Shapes);

    /// <exception cref="InvalidDataException">A newer version wrote it.</exception>
    public static Procedure Read(string body)
    {
        var stored = JsonSerializer.Deserialize<Stored>(body, Shapes)!;
        if (stored.Format != ThisVersion) throw new InvalidDataException($"A procedure is stored in format {stored.Format}, which this version does not know; run the newer version again.");
        return new(stored.Title, stored.Trigger, [.. stored.Steps.Select(Step)], Flow(stored.Flow), stored.NextStep) { Cases = stored.Cases, MedianSeconds = stored.MedianSeconds, LastSeen = stored.LastSeen };
    }

    /// <summary>Whether both say the same, however they were written down.</summary>
    public static bool Same(string one, string other) => JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));

    private static StoredStep Step(ProcedureStep step) => new(step.Id, step.Title, step.Support.Cases, step.Support.Of, step.Owner, step.Optional, step.MedianSeconds, step.WrittenBy);

    private static ProcedureStep Step(StoredStep step) =>
        new(step.Id, step.Title, new Support(step.Cases, step.Of), step.WrittenBy) { Owner = step.Owner, Optional = step.Optional, MedianSeconds = step.Seconds };

    private static StoredFlow Flow(StepFlow flow) => flow switch
    {
        StepFlow.Do one => new() { Do = one.Step },
        StepFlow.InOrder all => new() { InOrder = [.. all.Parts.Select(Flow)] },
        StepFlow.AnyOrder all => new() { AnyOrder = [.. all.Parts.Select(Flow)] },
        StepFlow.OneOf choice => new() { OneOf = [.. choice.Branches.Select(branch => new StoredBranch(branch.When, branch.Part is { } part ? Flow(part) : null))] },
        StepFlow.Again again => new() { Again = Flow(again.Part), Redo = again.Redo is { } redo ? Flow(redo) : null },
        _ => throw new InvalidOperationException(flow.GetType().Name),
    };

    private static StepFlow Flow(StoredFlow stored) => stored switch
    {
        { Do: { } step } => new StepFlow.Do(step),
        { AnyOrder: { } parts } => new StepFlow.AnyOrder([.. parts.Select(Flow)]),
        { OneOf: { } branches } => new StepFlow.OneOf([.. branches.Select(branch => new Branch(branch.When, branch.Part is { } part ? Flow(part) : null))]),
        { Again: { } part } => new StepFlow.Again(Flow(part), stored.Redo is { } redo ? Flow(redo) : null),
        _ => new StepFlow.InOrder([.. (stored.InOrder ?? []).Select(Flow)]),
    };

    private sealed record Stored(
        int Format, string Title, string Trigger, IReadOnlyList<StoredStep> Steps, StoredFlow Flow, int NextStep, int Cases, long? MedianSeconds, DateOnly? LastSeen);

    private sealed record StoredStep(string Id, string Title, int Cases, int Of, string? Owner, bool Optional, long? Seconds, string? WrittenBy);

    private sealed record StoredBranch(string? When, StoredFlow? Part);

    private sealed record StoredFlow
    {
        public string? Do { get; init; }

        public IReadOnlyList<StoredFlow>? InOrder { get; init; }

        public IReadOnlyList<StoredFlow>? AnyOrder { get; init; }

        public IReadOnlyList<StoredBranch>? OneOf { get; init; }

        public StoredFlow? Again { get; init; }

        public StoredFlow? Redo { get; init; }
    }
}
