using LiveSop.Domain.Memory;

namespace LiveSop.Domain.Matching;

/// <summary>What a recogniser learns from.</summary>
/// <param name="Cases">Requests and the classes that they were of; classes are numbered from 0, and one may have no case.</param>
/// <param name="Unrelated">Requests and talk of the same places that are of no class.</param>
/// <param name="Classes">How many there are.</param>
/// <param name="UnrelatedShare">How much of what will be heard is of no class: from 0 to less than 1.</param>
/// <param name="Words">What words mean, in the language that is spoken there; null where nobody knows.</param>
public sealed record Lessons(IReadOnlyList<(string Text, int Class)> Cases, IReadOnlyList<string> Unrelated, int Classes, double UnrelatedShare, WordVectors? Words);
