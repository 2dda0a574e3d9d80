using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Activities;

/// <summary>
/// A hidden Markov model whose states emit words (Rabiner: A Tutorial on Hidden Markov Models, 1989; multinomial emissions, smoothed
/// towards all turns). A state is known by its words, by what is said around it, and by where it stands: that is what an activity is.
/// It begins as a mixture, which finds words, and goes on as a chain, which finds places.
/// </summary>
public sealed class HiddenMarkov
{
    private const int MixtureRounds = 8;
    private const int ChainRounds = 17;
    private const float EmissionPrior = 0.05f;
    private const float FirstBelief = 0.9f;

    private readonly IReadOnlyList<SparseVector> turns;
    private readonly IReadOnlyList<Range> cases;
    private readonly Emissions emissions;
    private readonly Transitions transitions;
    private readonly float[][] beliefs;

    private HiddenMarkov(IReadOnlyList<SparseVector> turns, IReadOnlyList<Range> cases, int terms, int[] groups, int states)
    {
        (this.turns, this.cases) = (turns, cases);
        emissions = new(turns, terms, states, EmissionPrior);
        transitions = new(states);
        beliefs = [.. groups.Select(group => Belief(group, states))];
    }

    /// <param name="cases">Which turns, in order, make up each case.</param>
    /// <param name="groups">For each turn the state to begin with.</param>
    /// <returns>For each turn its most probable state.</returns>
    public static int[] Fit(IReadOnlyList<SparseVector> turns, IReadOnlyList<Range> cases, int terms, int[] groups, int states)
    {
        var model = new HiddenMarkov(turns, cases, terms, groups, states);
        for (var round = 0; round < MixtureRounds; round++) model.Mix();
        model.Count();
        for (var round = 0; round < ChainRounds; round++) model.Chain();
        return [.. model.beliefs.Select(belief => Lanes.IndexOfMax(belief))];
    }

    private static float[] Belief(int group, int states)
    {
        var belief = new float[states];
        Array.Fill(belief, (1 - FirstBelief) / states);
        belief[group] += FirstBelief;
        return belief;
    }

    private void Mix()
    {
        emissions.Learn(beliefs);
        var prior = Prior();
        for (var t = 0; t < turns.Count; t++)
        {
            emissions.Likelihood(turns[t], beliefs[t]);
            for (var s = 0; s < prior.Length; s++) beliefs[t][s] *= prior[s];
            Lanes.Normalize(beliefs[t]);
        }
    }

    private void Count()
    {
        foreach (var of in cases) transitions.Add(beliefs.AsSpan(of));
    }

    private void Chain()
    {
        emissions.Learn(beliefs);
        transitions.Learn(Prior());
        for (var t = 0; t < turns.Count; t++) emissions.Likelihood(turns[t], beliefs[t]);
        foreach (var of in cases) transitions.Smooth(beliefs.AsSpan(of));
    }

    private float[] Prior()
    {
        var prior = new float[beliefs.Length == 0 ? 0 : beliefs[0].Length];
        Array.Fill(prior, 1f);
        foreach (var belief in beliefs) Lanes.AddScaled(prior, belief, 1);
        Lanes.Normalize(prior);
        return prior;
    }
}
