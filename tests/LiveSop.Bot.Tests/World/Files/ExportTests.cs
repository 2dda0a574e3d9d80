using LiveSop.Bot.Tests.World.Reviews;

namespace LiveSop.Bot.Tests.World.Files;

/// <summary><c>/sop export</c>.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task gives_a_page_a_picture_and_an_index_of_what_is_in_force()
    {
        await using var world = await Reviewing.PublishedAsync();
        var bo = world.Person("bo");

        await bo.SlashAsync("general", "/sop", "export");

        var zip = Filing.Unzip(await world.GotAsync(bo, "procedures.zip"));
        zip.Keys.Should().BeEquivalentTo("index.md", "sop-001.md", "sop-001.png");
        zip["index.md"].Should().Contain("](sop-001.md), version 1");
        zip["sop-001.md"].Should().Contain("SOP 1, version 1, approved by").And.Contain("as we do it").And.Contain("6 of 6 cases").And.Contain("](sop-001.png)").And.NotContain("{#s");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task gives_the_same_bytes_for_the_same_procedures_and_one_alone_by_its_number()
    {
        await using var world = await Reviewing.PublishedAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        await ada.SlashAsync("general", "/sop", "export 1");
        await bo.SlashAsync("general", "/sop", "export 1");

        (await world.GotAsync(ada, "sop-001.zip")).Should().Equal(await world.GotAsync(bo, "sop-001.zip"));
    }

    [Fact]
    public async Task says_so_where_nothing_is_in_force_that_the_asker_may_read()
    {
        await using var world = await Reviewing.MinedAsync();
        var bo = world.Person("bo");

        await bo.SlashAsync("general", "/sop", "export");

        await world.ToldAsync(bo, "There is nothing to export");
    }

    [Fact]
    public async Task leaves_out_what_the_asker_may_not_read()
    {
        await using var world = await Reviewing.PublishedAsync();
        var cy = world.Person("cy");

        await cy.SlashAsync("support", "/sop", "export");

        await world.ToldAsync(cy, "There is nothing to export");
    }
}
