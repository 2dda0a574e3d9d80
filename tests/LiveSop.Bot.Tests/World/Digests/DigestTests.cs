using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Bot.Work;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Digests;

/// <summary>Once a day each person is told what concerns them. Ada owns the workspace, and so approves; bo is a member.</summary>
public sealed class DigestTests
{
    [Fact]
    public async Task an_approver_decides_from_the_digest_which_comes_once_though_asked_twice()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");

        await Task.WhenAll(world.RoundAsync(Digesting.After(Digesting.Wednesday)), world.RoundAsync(Digesting.After(Digesting.Wednesday)));
        await world.RoundAsync(Digesting.After(Digesting.Wednesday).AddHours(2));

        var digest = world.DigestsOf(ada).Should().ContainSingle().Which;
        digest.Text.Should().Contain("1 decision waits for you");
        digest.Json().Should().Contain("Waiting for your decision").And.Contain("SOP 1").And.Contain("Stop these");
        world.DigestsOf(world.Person("bo")).Should().BeEmpty("who approves nothing opts in");

        await ada.ClickAsync(digest, "sop.open");
        await ada.CloseAsync(await world.ModalAsync(ada, "waiting for review"));
        await world.ApproveAsync(ada, digest);
        (await world.SopAsync()).State.Should().Be(SopState.Published);
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task a_draft_is_pictured_once()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");

        await world.RoundAsync(Digesting.After(Digesting.Wednesday));
        await world.RoundAsync(Digesting.After(Digesting.Thursday));

        world.DigestsOf(ada).Should().HaveCount(2, "the decision still waits");
        var pictures = world.Direct(ada).Where(message => !message.IsReply && message.Json.TryGetProperty("files", out _)).ToList();
        if (Environment.GetEnvironmentVariable("CI") != "true" && pictures.Count == 0) return;
        pictures.Should().ContainSingle().Which.Json.GetRawText().Should().Contain("sop-1.png");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task without_graphviz_there_is_no_picture_and_no_complaint()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var draft = ProcedureFormat.Read((await world.DraftAsync()).Body);

        (await DraftPicture.DrawAsync(draft, "livesop-no-such-program", CancellationToken.None)).Should().BeNull();
        if (await DraftPicture.DrawAsync(draft, "dot", CancellationToken.None) is { } picture) picture.Should().StartWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' });
    }

    [Fact]
    public async Task without_news_nothing_comes()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "general");
        await world.RestAsync();

        await world.RoundAsync(Digesting.After(Digesting.Wednesday));

        world.DigestsOf(ada).Should().BeEmpty();
        (await world.PreferenceAsync(ada))!.DigestedOn.Should().Be(Digesting.Wednesday, "the day was looked at");
    }

    [Fact]
    public async Task each_is_told_at_their_own_nine_o_clock()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.MakeAsync(bo, Role.Approver);
        await world.MoveAsync(bo, "America/New_York");

        await world.RoundAsync(Digesting.After(Digesting.Wednesday));
        (world.DigestsOf(ada).Count, world.DigestsOf(bo).Count).Should().Be((1, 0));

        await world.RoundAsync(Digesting.After(Digesting.Wednesday, "America/New_York"));
        (world.DigestsOf(ada).Count, world.DigestsOf(bo).Count).Should().Be((1, 1));
    }

    [Fact]
    public async Task who_opts_in_is_told_at_the_hour_they_chose()
    {
        await using var world = await Reviewing.PublishedAsync();
        var bo = world.Person("bo");
        await bo.SlashAsync("general", "/sop", "digest");
        var modal = await world.ModalAsync(bo, "Send it to me on weekdays");
        await bo.SubmitAsync(modal, ("Wants", "on"), ("At", "07:30"));
        await bo.CloseAsync(await world.ModalAsync(bo, "comes on weekdays at 7:30"));
        await world.RestAsync();

        await world.RoundAsync(Digesting.After(Digesting.Wednesday, hour: new(7, 0)));
        world.DigestsOf(bo).Should().BeEmpty("it is not half past seven yet");
        await world.RoundAsync(Digesting.After(Digesting.Wednesday, hour: new(7, 30)));

        world.DigestsOf(bo).Should().ContainSingle().Which.Json().Should().Contain("in force for the first time").And.Contain(world.Person("ada").Id);
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task one_press_stops_it_and_it_says_how_to_get_it_back()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");
        await world.RoundAsync(Digesting.After(Digesting.Wednesday));

        await ada.ClickAsync(world.DigestsOf(ada).Single(), "digest.stop");
        await world.Slack.UntilAsync(() => world.Direct(ada).Any(message => message.Text.Contains("No more digests come", StringComparison.Ordinal)));
        await world.RoundAsync(Digesting.After(Digesting.Thursday));

        world.DigestsOf(ada).Should().ContainSingle("none came on Thursday");
        world.Direct(ada)[^1].Json().Should().Contain("/sop digest");
        await ada.ClickAsync(world.Direct(ada)[^1], "digest.change");
        await ada.SubmitAsync(await world.ModalAsync(ada, "Send it to me on weekdays"), ("Wants", "on"));
        await world.ModalAsync(ada, "comes on weekdays at 9:00");
    }

    [Fact]
    public async Task requests_without_an_answer_are_told_to_those_in_the_channel_and_no_longer_to_who_left()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        await world.InviteAsync(ada, "secret");
        await ada.PostAsync("secret", "the payroll export does not arrive");
        await bo.PostAsync("general", "the invoice of May is missing, can anyone have a look?");
        await world.RestAsync();
        await world.WantsAsync(bo);
        await world.ChangeAsync("UPDATE messages SET posted_at = $1", Digesting.After(Digesting.Wednesday).AddHours(-5).UtcDateTime);

        await world.RoundAsync(Digesting.After(Digesting.Wednesday));
        world.DigestsOf(ada).Should().ContainSingle().Which.Json().Should().Contain("payroll").And.Contain("invoice of May").And.Contain("/archives/");
        world.DigestsOf(bo).Should().ContainSingle().Which.Json().Should().Contain("invoice of May").And.NotContain("payroll");

        await ada.LeaveAsync("secret");
        await world.RestAsync();
        await world.RoundAsync(Digesting.After(Digesting.Thursday));
        world.DigestsOf(ada)[^1].Json().Should().Contain("invoice of May").And.NotContain("payroll");
    }

    [Fact]
    public async Task who_lost_the_channel_behind_a_draft_hears_nothing_of_it()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");
        await world.ChangeAsync("UPDATE channels SET kind = 'private'");
        await world.ChangeAsync("DELETE FROM channel_members WHERE user_id = $1", ada.Id);

        await world.RoundAsync(Digesting.After(Digesting.Wednesday));

        world.DigestsOf(ada).Should().BeEmpty();
    }

    [Fact]
    public async Task the_job_that_the_clock_records_sends_what_is_due()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var workspace = new WorkspaceId(world.Workspace.Id);

        await world.Database.DoAsync(new Scope.Miner(workspace), async unit =>
        {
            var occasion = new Bot.Scheduling.Occasion("digests:now", DateTimeOffset.UnixEpoch, workspace, unit, new Jobs(unit, workspace, TimeProvider.System.GetUtcNow()));
            await Appointments.Timetable().Find("digests")!.PlanAsync(occasion, CancellationToken.None);
        });
        await world.RestAsync();

        (await world.Database.AskAsync(new Scope.Miner(workspace), db => db.Jobs.SingleAsync(one => one.Kind == "senddigests"))).State.Should().Be(JobState.Done);
    }
}
