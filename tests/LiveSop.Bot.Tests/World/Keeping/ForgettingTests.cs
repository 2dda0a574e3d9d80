using LiveSop.Bot.Learn.Retention;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Forgetting;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Keeping;

/// <summary>What is forgotten is nowhere, however far it was carried by mining and review.</summary>
public sealed class ForgettingTests
{
    [Theory]
    [InlineData("bo", "block list", "sop_versions")]
    [InlineData("bo", "sent a new reset mail", "messages")]
    [InlineData("ada", "password reset mail for dana", "messages")]
    public async Task nothing_that_a_forgotten_person_said_is_found_anywhere(string name, string sentence, string carried)
    {
        await using var world = await Reviewing.PublishedAsync();
        (await FindAsync(world, sentence)).Should().Contain("messages").And.Contain(carried, "the search must be able to find it");

        await EraseAsync(world, world.Person(name));

        (await FindAsync(world, sentence)).Should().BeEmpty();
        (await world.SopAsync()).State.Should().Be(SopState.Published, "what was approved stays");
    }

    [Fact]
    public async Task what_nobody_approved_goes_with_the_person_it_rests_on()
    {
        await using var world = await Reviewing.UnderReviewAsync();

        await EraseAsync(world, world.Person("bo"));

        (await FindAsync(world, "block list")).Should().BeEmpty();
        (await CountAsync(world, db => db.Sops.CountAsync())).Should().Be(0);
        (await CountAsync(world, db => db.Drafts.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task a_deleted_message_is_evidence_no_more()
    {
        await using var world = await Reviewing.MinedAsync();
        var bo = world.Person("bo");
        var answer = (await world.MessagesAsync()).First(message => message.Text.Contains("block list", StringComparison.Ordinal)).Ts.Value;
        var before = await CountAsync(world, db => db.Evidence.CountAsync(one => one.Ts == answer));

        await bo.DeleteAsync("general", answer);
        await world.RestAsync();

        before.Should().BePositive();
        (await CountAsync(world, db => db.Evidence.CountAsync(one => one.Ts == answer))).Should().Be(0);
        (await CountAsync(world, db => db.SopCases.CountAsync())).Should().Be(6, "the case itself was not taken back");
    }

    [Fact]
    public async Task a_draft_whose_cases_were_all_deleted_goes_and_its_card_says_so()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");
        world.Cards(ada).Should().ContainSingle();

        foreach (var root in await RootsAsync(world)) await ada.DeleteAsync("general", root);
        await world.RestAsync();

        (await CountAsync(world, db => db.Sops.CountAsync())).Should().Be(0);
        (await CountAsync(world, db => db.Evidence.CountAsync())).Should().Be(0);
        world.Cards(ada).Should().BeEmpty();
        world.Workspace.Visible(ada, "general").Direct.Should().Contain(message => message.Text.Contains("what it was made from was deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_is_older_than_its_space_keeps_it_goes_and_versions_stay()
    {
        await using var world = await Reviewing.PublishedAsync();
        await world.Database.DoAsync(Miner(world), unit => unit.RunAsync("UPDATE spaces SET retention_days = 30", default));
        var newest = await world.Database.AskAsync(Miner(world), db => db.Messages.MaxAsync(one => one.PostedAt));

        await new Retain(world.Database.Database).RunAsync(new(world.Workspace.Id), newest.AddDays(29), default);
        var kept = await CountAsync(world, db => db.Messages.CountAsync());
        await new Retain(world.Database.Database).RunAsync(new(world.Workspace.Id), newest.AddDays(31), default);

        kept.Should().BePositive("nothing was too old yet");
        (await CountAsync(world, db => db.Messages.CountAsync())).Should().Be(0);
        (await CountAsync(world, db => db.Evidence.CountAsync())).Should().Be(0);
        (await CountAsync(world, db => db.SopCases.CountAsync())).Should().Be(0);
        (await CountAsync(world, db => db.SopVersions.CountAsync())).Should().Be(1);
    }

    private static Scope.Miner Miner(World world) => new(new WorkspaceId(world.Workspace.Id));

    private static Task<int> CountAsync(World world, Func<LiveSopDb, Task<int>> ask) => world.Database.AskAsync(Miner(world), ask);

    private static Task<List<string>> RootsAsync(World world) => world.Database.AskAsync(Miner(world), async db => (await db.SopCases.Select(one => one.CaseId).ToListAsync()).Select(id => id.Split(':')[1]).ToList());

    private static Task EraseAsync(World world, Person person) => world.Database.DoAsync(Miner(world), async unit =>
        await unit.EraseAsync(new(world.Workspace.Id), new Subject.OfPerson(new(person.Id)), DateTimeOffset.UnixEpoch, default));

    /// <returns>The tables of which any column of any row holds it, whatever its capitals.</returns>
    private static async Task<IReadOnlyList<string>> FindAsync(World world, string sentence)
    {
        var envelopes = await Contents.AskAsync(world.Database.Owner, "SELECT encode(envelope, 'escape') FROM inbox");
        var rows = (await Contents.RowsAsync(world.Database.Owner)).Append(new("inbox", envelopes));
        return [.. rows.Where(table => table.Value.Any(row => row.Contains(sentence, StringComparison.OrdinalIgnoreCase))).Select(table => table.Key).Distinct()];
    }
}
