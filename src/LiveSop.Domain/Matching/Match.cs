namespace LiveSop.Domain.Matching;

/// <summary>What a message is recognised as, and how sure that is. Classes are numbered from 0, as they were taught.</summary>
public abstract record Match
{
    private Match() { }

    /// <summary>A case of that class: of guesses as sure as this one, as many are right as was asked for.</summary>
    /// <param name="Confidence">The chance that it is, from 0 to 1.</param>
    public sealed record Found(int Class, double Confidence) : Match;

    /// <summary>Probably a case of that class, and not sure enough to say so aloud.</summary>
    /// <param name="Next">A class that is nearly as likely; null where there is none.</param>
    /// <param name="Confidence">The chance that it is of <paramref name="Class"/>, from 0 to 1.</param>
    public sealed record Ambiguous(int Class, int? Next, double Confidence) : Match;

    /// <summary>Of no class, as far as can be told.</summary>
    /// <param name="Nearest">The class that it is most like; null where nothing was compared.</param>
    /// <param name="Confidence">The chance that it is of <paramref name="Nearest"/> after all.</param>
    public sealed record None(Abstention Why, int? Nearest, double Confidence) : Match;
}

/// <summary>Why nothing was recognised.</summary>
public enum Abstention
{
    /// <summary>Nothing was taught, or too little to tell anything apart.</summary>
    NothingLearnt,

    /// <summary>Hardly a word was said.</summary>
    TooShort,

    /// <summary>It is like none of them.</summary>
    Unlike,
}
