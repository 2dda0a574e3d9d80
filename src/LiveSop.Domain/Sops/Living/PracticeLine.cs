using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops.Living;

/// <summary>Where a page and what people do differ. Titles are people's text: data, never markup.</summary>
public abstract record PracticeLine
{
    private PracticeLine() { }

    /// <summary>One line of plain English: "Your page says “…”; 17 of 19 cases did “…”."</summary>
    public abstract string Say();

    /// <summary>The page has it and no case did it.</summary>
    public sealed record OnlyOnPage(ProcedureStep Step, int Cases) : PracticeLine
    {
        public override string Say() => $"Your page says “{Step.Title}”; none of {Plainly.Cases(Cases)} showed it.";
    }

    /// <param name="After">The title of the page's step that it mostly follows; null at the beginning.</param>
    public sealed record OnlyInPractice(ProcedureStep Step, string? After) : PracticeLine
    {
        public override string Say() => $"Your page does not say “{Step.Title}”; {Plainly.Cases(Step.Support)} did it {Change.Place(After)}.";
    }

    public sealed record OtherOrder(ProcedureStep Page, ProcedureStep Mined, string? After) : PracticeLine
    {
        public override string Say() => $"Your page has “{Page.Title}” in another place; people do it {Change.Place(After)} (seen in {Plainly.Cases(Mined.Support)}).";
    }

    public sealed record OtherWords(ProcedureStep Page, ProcedureStep Mined) : PracticeLine
    {
        public override string Say() => $"Your page says “{Page.Title}”; {Plainly.Cases(Mined.Support)} did “{Mined.Title}”.";
    }

    /// <summary>The page asks for it always.</summary>
    public sealed record OftenLeftOut(ProcedureStep Page, ProcedureStep Mined) : PracticeLine
    {
        public override string Say() => $"Your page always asks for “{Page.Title}”; {Plainly.Cases(Mined.Support)} did it.";
    }
}
