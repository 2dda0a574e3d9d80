using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Tests.World.Reviews;

namespace LiveSop.Bot.Tests.World.Matching;

/// <summary>A request comes in, and the bot knows what it is, or stays silent.</summary>
public sealed class MatchTests
{
    [Fact]
    public async Task shows_everybody_which_procedure_fits_in_one_message_of_at_most_six_lines()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        var asked = await ada.PostAsync("general", "my csv export has been running for two hours at customer 900");

        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        await world.RestAsync();
        var card = world.Cards(bo, "general", asked).Should().ContainSingle().Which;
        card.IsEphemeral.Should().BeFalse();
        card.Text.Should().Contain("This looks like *SOP 1*").And.Contain("Restart a stuck export").And.MatchRegex("(very likely|almost certainly), 9[0-9] %");
        card.Blocks!.Value.GetArrayLength().Should().BeLessThanOrEqualTo(6);
        card.Json().Should().Contain("Ask for the id of the export").And.Contain("usually 41 min");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task a_new_procedure_is_whispered_to_who_solves_cases_there()
    {
        await using var world = await Teaching.TaughtAsync(confirmed: 0);
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        var asked = await ada.PostAsync("general", "my csv export has been running for two hours at customer 900");

        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        await world.RestAsync();
        world.Cards(bo, "general", asked).Should().ContainSingle().Which.IsEphemeral.Should().BeTrue();
        world.Cards(bo, "general", asked)[0].Json().Should().Contain("the procedure is new");
        world.Cards(ada, "general", asked).Should().BeEmpty("she asked, and does not solve cases there");
    }

    [Fact]
    public async Task where_guests_read_along_nothing_is_posted()
    {
        await using var world = await Teaching.TaughtAsync("support");
        var (ada, bo, cy) = (world.Person("ada"), world.Person("bo"), world.Person("cy"));

        var asked = await ada.PostAsync("support", "my csv export has been running for two hours at customer 900");

        await world.Slack.UntilAsync(() => world.Cards(bo, "support", asked).Count > 0);
        await world.RestAsync();
        world.Cards(bo, "support", asked)[0].IsEphemeral.Should().BeTrue();
        world.Cards(bo, "support", asked)[0].Json().Should().Contain("guests");
        world.Cards(cy, "support", asked).Should().BeEmpty();
    }

    [Fact]
    public async Task stays_silent_at_what_is_like_nothing()
    {
        await using var world = await Teaching.TaughtAsync();
        var ada = world.Person("ada");

        var asked = await ada.PostAsync("general", "who has seen the projector of the big meeting room?");
        await world.RestAsync();

        world.Cards(world.Person("bo"), "general", asked).Should().BeEmpty();
        (await world.MatchAsync(asked))!.Reason.Should().Be("NothingAlike");
    }

    [Fact]
    public async Task shows_the_same_person_the_same_once_within_the_hour()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var first = await ada.PostAsync("general", "my csv export has been running for two hours at customer 900");
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", first).Count > 0);

        var second = await ada.PostAsync("general", "the export is stuck, it is still stuck and nothing comes out");
        await world.RestAsync();

        world.Cards(bo, "general", second).Should().BeEmpty();
        (await world.MatchAsync(second))!.Reason.Should().Be("Repeated");
    }

    [Fact]
    public async Task what_is_edited_into_a_case_is_shown_and_what_is_edited_out_of_it_taken_back()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", "who has seen the projector of the big meeting room?");
        await world.RestAsync();

        await ada.EditAsync("general", asked, "my csv export has been running for two hours at customer 900");
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        await ada.EditAsync("general", asked, "who has seen the projector of the big meeting room?");

        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count == 0);
        (await world.MatchAsync(asked))!.State.Should().Be(MatchState.TakenBack);
    }

    [Fact]
    public async Task why_tells_the_words_that_decided()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", "my csv export has been running for two hours at customer 900");
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);

        await bo.ClickAsync(world.Cards(bo, "general", asked)[0], "match.why");

        await world.Slack.UntilAsync(() => world.Whispers(bo, "general", asked).Any(message => message.Contains("Words that decided", StringComparison.Ordinal)));
        world.Whispers(bo, "general", asked)[^1].Should().Contain("export").And.Contain("95 of 100").And.Contain("SOP 1");
        world.Whispers(ada, "general", asked).Should().BeEmpty();
    }

    [Fact]
    public async Task not_this_one_takes_another_in_its_place_and_three_in_a_row_mute_the_procedure()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", "my csv export has been running for two hours at customer 900");
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        var other = (await world.SopAsync(2)).SopId.ToString();

        await bo.ClickAsync(world.Cards(bo, "general", asked)[0], "match.not");
        await bo.SubmitAsync(await world.ModalAsync(bo, "Which one is it?"), ("Sop", other));

        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked) is [var card] && card.Text.Contains("*SOP 2*", StringComparison.Ordinal));
        world.Cards(bo, "general", asked)[0].Text.Should().Contain("a person chose it");
        var row = await world.MatchAsync(asked);
        (row!.Verdict, row.VerdictBy!.Value.Value).Should().Be((Verdict.Confirmed, bo.Id));
        row.RejectedSopId.Should().Be((await world.SopAsync(1)).SopId);
    }

    [Fact]
    public async Task says_no_more_in_a_thread_where_somebody_stopped_it()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", "my csv export has been running for two hours at customer 900");
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        var row = await world.MatchAsync(asked);

        await bo.ClickAsync(world.Cards(bo, "general", asked)[0], "match.more", $"{row!.ChannelId}:{row.Ts}:stop");

        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).All(message => message.IsEphemeral));
        (await world.MatchAsync(asked))!.State.Should().Be(MatchState.Stopped);
    }
}
