namespace LiveSop.Domain.Matching;

/// <summary>What tells whether a guess is right: how clear it is, and how much of the message the class has ever said. A message may look most like a class and be of none.</summary>
/// <param name="LogOdds">Of the class.</param>
/// <param name="Lead">Over the next best class.</param>
/// <param name="KnownWords">Share of the words that any example holds, by rarity; 1 of no words.</param>
/// <param name="OwnTerms">Share of the message's weight in words and pairs that the class's own examples hold.</param>
/// <param name="UsualOwnTerms">The same of the class's own examples, on average, each by the others.</param>
/// <param name="KnownPairs">Share of the pairs that any example holds.</param>
/// <param name="OwnPairs">Share of the pairs that the class's own examples hold.</param>
/// <param name="Favourable">Share of the message's weight in words, pairs and pieces that speak for the class rather than against it.</param>
/// <param name="Length">Natural logarithm of the number of words and one.</param>
public readonly record struct Signals(double LogOdds, double Lead, double KnownWords, double OwnTerms, double UsualOwnTerms, double KnownPairs, double OwnPairs, double Favourable, double Length)
{
    public const int Count = 9;

    public void CopyTo(Span<double> target) => ((ReadOnlySpan<double>)[LogOdds, Lead, KnownWords, OwnTerms, UsualOwnTerms, KnownPairs, OwnPairs, Favourable, Length]).CopyTo(target);
}
