using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Tests;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Stories;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Weeks;

/// <summary>
/// Two weeks at the company. What it said before is mined; a draft is reviewed, edited and approved; new cases come; in the second week the team begins to keep a
/// record of each. Everything that the two approvers see is in <c>two-weeks.verified</c>, and the simulated Slack took all of it.
/// </summary>
public sealed class FortnightTests
{
    private const int Seed = 1;

    [Fact]
    public async Task a_way_that_changes_is_proposed_once_and_comes_into_force()
    {
        var way = NewWay.Record.WithSavedReplies();
        IReadOnlyList<Story> stories = [.. StoryBook.All.Select(story => story.WithSavedReplies())];
        await using var company = await Company.OpenAsync(Seed, stories);
        await using var transcript = new StringWriter();
        var life = new ApproversLife(company, transcript);

        await life.FindAsync(way.Before);
        await life.ReviewAsync();
        var weeks = Fortnight.Generate(Seed, Company.Monday, way, stories);
        await company.LiveAsync(weeks.Messages, Company.Morning(7));
        (await RevisionsAsync(company)).Should().BeEmpty("nothing has changed yet");
        await life.WeekIsOverAsync();

        for (var day = 7; !life.HasToDecide && day < 17; day++) await company.LiveAsync(weeks.Messages, Company.Afternoon(day));
        await life.DecideFromTheDigestAsync();
        await company.LiveAsync(weeks.Messages, Company.Afternoon(19));
        await life.LookBackAsync();

        var revision = (await RevisionsAsync(company)).Should().ContainSingle("the team changed its way once").Which;
        revision.State.Should().Be(DraftState.Approved);
        var (before, after) = (await company.World.VersionAsync(1), ProcedureFormat.Read(revision.Body));
        var added = Changes.Between(before, after).Should().ContainSingle("the smallest edit is one step").Which.Should().BeOfType<Change.Added>().Which.Step;
        var shown = await company.AskAsync(db => db.Evidence.Where(row => row.StepId == added.Id).Select(row => row.Ts).ToListAsync());
        var meant = weeks.Cases.SelectMany(one => one.Messages).Where(message => message.Activities.Contains("record-it-in-the-incident-sheet")).Select(company.StampOf).ToHashSet();
        shown.Should().NotBeEmpty();
        shown.Count(meant.Contains).Should().BeGreaterThan(shown.Count * 4 / 5, "the messages behind the step are those in which it was done");
        company.World.Slack.Faults.Should().BeEmpty("Slack takes every message and modal");
        // Without Graphviz there are no pictures to be seen.
        if (Environment.GetEnvironmentVariable("CI") == "true" || life.HasSeenPictures) Snapshot.Matches(life.Told, "two-weeks.verified");
    }

    private static Task<List<DraftRow>> RevisionsAsync(Company company) => company.AskAsync(db => db.Drafts.Where(one => one.Kind == DraftKind.Revision).ToListAsync());
}
