using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Bot.Tests.World.Versions;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Stories;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace LiveSop.Bot.Tests.World.Weeks;

public sealed class FortnightTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(1, 2, false)]
    [InlineData(1, 3, true)]
    [InlineData(1, 3, false)]
    [InlineData(2, 0, true)]
    [InlineData(2, 0, false)]
    [InlineData(2, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 3, true)]
    [InlineData(2, 3, false)]
    [InlineData(3, 0, true)]
    [InlineData(3, 0, false)]
    [InlineData(3, 1, true)]
    [InlineData(3, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(3, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(3, 3, false)]
    public async Task explore(int seed, int which, bool saved)
    {
        var way = NewWay.All[which];
        IReadOnlyList<Story> stories = StoryBook.All;
        if (saved) (way, stories) = (way.WithSavedReplies(), [.. stories.Select(story => story.WithSavedReplies())]);
        await using var company = await Company.OpenAsync(seed, stories);
        var sw = System.Diagnostics.Stopwatch.StartNew();
        await company.LiveAsync([], company.Clock.GetUtcNow().AddHours(12));
        output.WriteLine($"night {sw.Elapsed}");
        var number = await company.NumberOfAsync(way.Before);
        foreach (var sop in await company.AskAsync(db => db.Sops.OrderBy(s => s.Number).ToListAsync())) output.WriteLine($"{sop.Number} {sop.State} {sop.Title}");
        output.WriteLine($"the one: {number}");
        var dana = company.Dana;
        await company.World.TellAsync(dana, $"show {number}", "sop.open", "support");
        await dana.ClickAsync(Asking.Whispers(company.World, dana, "support")[^1], "sop.open");
        var modal = await company.World.ModalAsync(dana, "Ask for review");
        await dana.ClickAsync(modal, "sop.ask_for_review");
        await company.World.ModalAsync(dana, "Asked for a decision");
        await dana.CloseAsync(company.World.Modals(dana)[^1]);
        await company.World.RestAsync();
        var card = company.World.Workspace.Visible(dana, "support").Direct.Last(message => message.Text.Contains("Please decide", StringComparison.Ordinal));
        output.WriteLine("STEPS " + string.Join(" | ", ProcedureFormat.Read(await company.AskAsync(db => db.Drafts.Where(d => d.SopId == db.Sops.First(o => o.Number == number).SopId).Select(d => d.Body).FirstAsync())).Steps.Select(one => one.Title)));
        await company.World.ApproveAsync(dana, card);

        var weeks = Fortnight.Generate(seed, Company.Monday, way, stories);
        var (first, second) = (new DateTimeOffset(Company.Monday.AddDays(7), TimeSpan.Zero), new DateTimeOffset(Company.Monday.AddDays(15), TimeSpan.Zero));
        await company.LiveAsync(weeks.Messages.Where(m => m.At < first), first);
        output.WriteLine($"week {sw.Elapsed}");
        await TellAsync(company);
        await company.LiveAsync(weeks.Messages.Where(m => m.At >= first && m.At < second), second);
        output.WriteLine($"weeks {sw.Elapsed}");
        await TellAsync(company);
        foreach (var fault in company.World.Slack.Faults) output.WriteLine("FAULT " + fault);
    }

    private async Task TellAsync(Company company)
    {
        foreach (var sop in await company.AskAsync(db => db.Sops.Where(s => s.Version > 0).ToListAsync()))
            output.WriteLine($"{sop.Number} v{sop.Version} cases of it: {await company.AskAsync(db => db.SopCases.CountAsync(c => c.SopId == sop.SopId && c.Version == sop.Version))}");
        foreach (var draft in await company.AskAsync(db => db.Drafts.Where(d => d.Kind == DraftKind.Revision).ToListAsync())) output.WriteLine($"REVISION {draft.State} {draft.CreatedAt:ddd HH:mm} {draft.Reason}");
    }
}
