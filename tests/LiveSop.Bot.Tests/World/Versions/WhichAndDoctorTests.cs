using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World.Versions;

public sealed class WhichAndDoctorTests
{
    [Theory]
    [InlineData("which")]
    [InlineData("what is the procedure for this?")]
    public async Task a_mention_in_a_thread_is_answered_to_its_asker_alone(string asked)
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var threads = await SolvedCases.PasswordResetsAsync(world, "general");
        await world.InviteAsync(ada, "general");
        await world.RestAsync();
        await ada.SlashAsync("general", "/sop", "mine");
        await world.Slack.UntilAsync(() => world.Said(ada, "general").Any(message => message.Text.Contains("procedure* recurs", StringComparison.Ordinal)));
        await world.RestAsync();

        await bo.PostAsync("general", $"@{world.Bot} {asked}", threads[1]);
        await world.RestAsync();

        var told = Whispers(world, bo, threads[1]).Should().ContainSingle().Which;
        told.Json().Should().Contain("This thread is one of the 6 cases").And.Contain("sop.open");
        Whispers(world, ada, threads[1]).Should().BeEmpty();
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task outside_threads_it_says_how()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "general");

        var asked = await ada.PostAsync("general", $"@{world.Bot} which");
        await world.RestAsync();

        Whispers(world, ada, asked).Should().ContainSingle().Which.Text.Should().Contain("Which thread do you mean?");
        await world.TellAsync(ada, "which", "Which thread do you mean?");
    }

    [Fact]
    public async Task the_doctor_tells_admins_what_is_lacking_and_others_who_knows()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        (await world.TellAsync(ada, "doctor", "Nothing is lacking")).Should().Contain("read, ").And.Contain(world.Workspace.Conversation("general").Id);
        (await world.TellAsync(bo, "doctor", "I am here and I answer")).Should().Contain(ada.Id).And.NotContain("Nothing is lacking");

        await world.Database.DoAsync(new Bot.Storage.Scope.Miner(new(world.Workspace.Id)), unit => Bot.Storage.RawSql.RunAsync(unit,
            "UPDATE drafts SET created_at = created_at - interval '8 days'; DELETE FROM sop_sources", default));
        (await world.TellAsync(ada, "doctor", "no approver may read it")).Should().Contain("A procedure that you may not read");
        world.Slack.Faults.Should().BeEmpty();
    }

    private static IReadOnlyList<SeenMessage> Whispers(World world, Person who, string thread) =>
        [.. world.Said(who, "general").Concat(world.Workspace.Visible(who, "general").Thread(thread)).Where(message => message.IsEphemeral).DistinctBy(message => message.Ts)];
}
