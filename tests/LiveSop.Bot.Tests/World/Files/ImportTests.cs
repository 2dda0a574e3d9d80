using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Files;

/// <summary>Logs that people give the bot.</summary>
public sealed class ImportTests
{
    [Fact]
    public async Task a_log_is_shown_before_anything_is_learned_and_ends_in_one_list()
    {
        await using var world = await StartAsync();
        var bo = world.Person("bo");
        await world.GiveAsync(bo, "refunds.csv", Filing.KnownLog);
        var card = await world.ToldAsync(bo, "an event log");
        card.Json().Should().Contain("5 cases").And.Contain("Check the order").And.Contain("Support");
        (await world.SopsAsync()).Should().BeEmpty("nobody has confirmed it");

        await bo.ClickAsync(card, "import.confirm");

        var list = await world.ToldAsync(bo, "recurs in refunds.csv");
        await world.RestAsync();
        var sop = (await world.SopsAsync()).Should().ContainSingle().Which;
        (sop.Audience, sop.State).Should().Be((SopAudience.Space, SopState.Draft));
        var places = await world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.SopCases.Select(one => one.Place).Distinct().ToListAsync());
        places.Should().Equal(EvidencePlace.Of(sop.SpaceId));
        (await CasesSeenAsync(world, "ada")).Should().Be(5, "every member is a responder in the default space");
        (await CasesSeenAsync(world, "cy")).Should().Be(0, "guests are nobody there");
        await bo.ClickAsync(list, "sop.open");
        await world.ModalAsync(bo, "nobody has reviewed it yet");
        (await ImportAsync(world)).Content.Should().BeNull("what was learned from is not kept");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task the_columns_can_be_named_where_the_header_does_not_tell()
    {
        await using var world = await StartAsync();
        var bo = world.Person("bo");
        await world.GiveAsync(bo, "refunds.csv", Filing.EventLog.Replace("Ticket,What,When,Who", "A,B,C,D", StringComparison.Ordinal));
        var card = await world.ToldAsync(bo, "which column is what");
        card.Json().Should().NotContain("import.confirm");
        await bo.ClickAsync(card, "import.columns");

        await bo.SubmitAsync(await world.ModalAsync(bo, "What was done"), ("Case", "0"), ("Activity", "1"), ("Time", "2"), ("Author", "3"));

        (await world.ToldAsync(bo, "an event log")).Json().Should().Contain("5 cases").And.Contain("import.confirm");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task confirming_twice_learns_once()
    {
        await using var world = await StartAsync();
        var bo = world.Person("bo");
        await world.GiveAsync(bo, "refunds.csv", Filing.KnownLog);
        var card = await world.ToldAsync(bo, "an event log");

        await bo.ClickAsync(card, "import.confirm");
        await bo.ClickAsync(card, "import.confirm");
        await world.ToldAsync(bo, "recurs in refunds.csv");
        await bo.ClickAsync(card, "import.discard");

        await world.RestAsync();
        (await world.SopsAsync()).Should().ContainSingle();
        Filing.Direct(world, bo).Count(message => message.Text.Contains("in refunds.csv", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task a_discarded_file_leaves_nothing()
    {
        await using var world = await StartAsync();
        var bo = world.Person("bo");
        await world.GiveAsync(bo, "refunds.csv", Filing.KnownLog);

        await bo.ClickAsync(await world.ToldAsync(bo, "an event log"), "import.discard");

        await world.ToldAsync(bo, "was discarded");
        (await ImportAsync(world)).Content.Should().BeNull();
    }

    [Theory]
    [InlineData("broken.csv", "case,activity,time\n1,Call,never\n", "is not a time in a known format")]
    [InlineData("export.zip", "PK\u0003\u0004nothing", "This is a zip")]
    [InlineData("paper.pdf", "%PDF-1.7", "is a PDF")]
    public async Task what_cannot_be_read_is_said_in_one_sentence_and_not_kept(string name, string content, string why)
    {
        await using var world = await StartAsync();
        var bo = world.Person("bo");

        await world.GiveAsync(bo, name, content);

        var told = await world.ToldAsync(bo, why);
        told.Text.Should().Contain(name).And.NotContain("/tmp").And.NotContain("livesop-file");
        await world.RestAsync();
        (await world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Imports.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task guests_bring_nothing()
    {
        await using var world = await StartAsync();
        var cy = world.Person("cy");

        await world.GiveAsync(cy, "refunds.csv", Filing.KnownLog);

        await world.ToldAsync(cy, "Only members");
    }

    [Fact]
    public async Task who_is_no_editor_is_told_who_is()
    {
        await using var world = await World.StartAsync();
        var bo = world.Person("bo");

        await world.GiveAsync(bo, "refunds.csv", Filing.KnownLog);

        await world.ToldAsync(bo, "is for its editors");
    }

    [Fact]
    public async Task a_page_of_a_wiki_becomes_a_draft_and_says_where_practice_differs()
    {
        await using var world = await Reviewing.MinedAsync();
        var bo = world.Person("bo");
        await world.MakeAsync(bo, Role.Editor);
        var mined = ProcedureFormat.Read((await world.DraftAsync()).Body);
        var steps = mined.Steps.Select(step => step.Title).Append("Write it into the big book");
        await world.GiveAsync(bo, "resets.md", $"# Resetting passwords\n\n## When\n\nA mail does not arrive.\n\n## Steps\n\n{string.Join('\n', steps.Select(step => "1. " + step))}\n");

        await bo.ClickAsync(await world.ToldAsync(bo, "Resetting passwords"), "import.confirm");

        (await world.ToldAsync(bo, "Where practice differs")).Json().Should().Contain("Write it into the big book").And.Contain("none of 6 cases");
        await world.RestAsync();
        var draft = await world.DraftAsync();
        draft.Kind.Should().Be(DraftKind.Imported);
        ProcedureFormat.Read(draft.Body).Steps.Should().OnlyContain(step => step.Support.Cases == 0, "others read the draft who may not have seen those cases");
        world.Slack.Faults.Should().BeEmpty();
    }

    private static Task<ImportRow> ImportAsync(World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Imports.SingleAsync());

    private static Task<int> CasesSeenAsync(World world, string who) => world.Database.AskAsync(new Scope.Viewer(new(world.Workspace.Id), new(world.Person(who).Id)), db => db.SopCases.CountAsync());

    private static async Task<World> StartAsync()
    {
        var world = await World.StartAsync();
        await world.MakeAsync(world.Person("bo"), Role.Editor);
        return world;
    }
}
