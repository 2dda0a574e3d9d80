using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>How a team may change its way with a kind of incident, from one day on.</summary>
/// <param name="Change">What a revision of its procedure should say, by the gold names of activities: <c>+added</c>, <c>-left-out</c>, <c>&gt;moved</c>.</param>
internal sealed record NewWay(string Change, Story Before, Story After)
{
    private static readonly Activity Recording = new("record-it-in-the-incident-sheet", Role.Support, """
        {added|wrote|put} {this one|it} {in|into} the incident sheet{, with the cause|, duration included|}
        {logged|recorded|noted} in the incident {sheet|register} {for Friday's review|so that we can count them|}
        incident sheet {updated|has a new row}, {cause and duration filled in|for the weekly review}
        {new row|new line} in the incident {sheet|register} for $customer, {cause included|with both times}
        {entered|registered} {$customer|this} in our incident {sheet|register}, {as agreed on Monday|row is at the bottom}
        {per the new rule|as we do now}: {it's|this is} in the incident sheet {too|}
        The incident {register|sheet} has been {updated|completed} {for this matter|accordingly}.
        {filled in|done with} the {incident sheet|row in the incident register}, {cause: see above|so the review has it}
        """)
    { ReplyChance = 0 };

    /// <summary>Each stuck export is recorded from now on.</summary>
    public static NewWay Record { get; } = Of(StuckExport.Story, "+record-it-in-the-incident-sheet", way => Then(way, Recording));

    public static IReadOnlyList<NewWay> All { get; } =
    [
        Of(PlanUpgrade.Story, "-check-the-contract", way => way.With(Named(PlanUpgrade.Story, "check-the-contract"))),
        Record,
        Of(FailingWebhooks.Story, "+record-it-in-the-incident-sheet", way => Then(way, Recording)),
        Of(PasswordMail.Story, "-ask-whether-it-works", way => way.With(CommonSteps.AskToTryAgain)),
    ];

    /// <summary>The same in a team that answers with saved replies.</summary>
    public NewWay WithSavedReplies() => this with { Before = Before.WithSavedReplies(), After = After.WithSavedReplies() };

    private static NewWay Of(Story story, string change, Func<Process, Process> changed) => new(change, story, story with { Process = changed(story.Process) });

    private static Activity Named(Story story, string name) => story.Process.Activities().First(activity => activity.Name == name);
}
