using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Tests.Sops.Living;

/// <summary>A procedure made by hand, with a block of every kind.</summary>
internal static class Parcels
{
    public static Procedure Damaged { get; } = new(
        "Report a damaged parcel", "Somebody reports a damaged parcel.",
        [
            Step("s1", "Ask for the order number"), Step("s2", "Ask for a photo of the damage"), Step("s3", "Offer a replacement"), Step("s4", "Issue the refund"),
            Step("s5", "Contact the carrier") with { Optional = true }, Step("s6", "Update the ticket") with { Owner = "Support engineer" }, Step("s7", "Tell the warehouse"),
        ],
        new StepFlow.InOrder(
        [
            new StepFlow.Do("s1"), new StepFlow.Again(new StepFlow.Do("s2"), null),
            new StepFlow.OneOf([new("the customer still wants it", new StepFlow.Do("s3")), new(null, new StepFlow.InOrder([new StepFlow.Do("s4"), new StepFlow.Do("s5")]))]),
            new StepFlow.AnyOrder([new StepFlow.Do("s6"), new StepFlow.Do("s7")]),
        ]),
        8)
    {
        Cases = 17,
    };

    public static Procedure Edited(params ProcedureEdit[] edits) => Damaged.Apply(edits).Should().BeOfType<Edited.Done>().Subject.Procedure;

    private static ProcedureStep Step(string id, string title) => new(id, title, new Support(14, 17));
}
