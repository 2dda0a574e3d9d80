using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Bot.Tests.World;
using LiveSop.Workspace.Slack.Trouble;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class PoisonTests
{
    /// <summary>No text does it by itself; so the database is told to refuse one.</summary>
    private const string Refusal = """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END';
        CREATE TRIGGER refuse BEFORE INSERT ON messages FOR EACH ROW WHEN (NEW.text = 'poison') EXECUTE FUNCTION refuse();
        """;

    [Fact]
    public async Task parks_an_envelope_that_always_fails_and_handles_those_behind_it()
    {
        await using var storm = await Storm.BrewAsync(seed: 61, withBot: false);
        await using var bot = await BotProcess.ListensAsync(storm.World);
        await storm.InviteAsync();
        await TestServer.RunAsync(storm.World.Database.Owner, Refusal);

        await storm.World.Person("ada").PostAsync("support", "poison");
        await storm.Crowd.MentionAsync("support");
        await storm.Crowd.ActAsync(30);
        await storm.SettleAsync();

        (await storm.ParkedEnvelopesAsync()).Should().Be(1);
        (await storm.DifferencesAsync()).Should().ContainSingle().Which.Should().EndWith("is lost");
        bot.Said.Should().ContainSingle(line => line.Contains("is parked in the table inbox", StringComparison.Ordinal));
        bot.Said.Count(line => line.Contains("is tried again later", StringComparison.Ordinal)).Should().Be(4, "the fifth time it is parked");
        bot.Said.Should().NotContain(line => line.Contains("poison", StringComparison.Ordinal), "what people say stays out of logs");
    }

    [Fact]
    public async Task parks_an_effect_that_slack_refuses_for_good_and_sends_those_behind_it()
    {
        await using var storm = await Storm.BrewAsync(seed: 62);
        var ada = storm.World.Person("ada");
        using (var wait = storm.Slack.Chaos.OnCalls(new CallTrouble.TooSoon(), When.Always, "chat.postMessage"))
        {
            await ada.PostAsync("support", $"@{storm.World.Bot} help");
            await storm.Slack.UntilAsync(() => wait.Count > 0);
            storm.World.Workspace.Admin.Archive("support", ada);
        }
        await storm.World.UntilAsync(unit => unit.Db.Outbox.AnyAsync(row => row.State == EffectState.Parked && row.Error == "is_archived"));
        storm.World.Workspace.Admin.Unarchive("support", ada);

        await storm.Crowd.MentionAsync("support");
        await storm.SettleAsync();

        (await storm.DifferencesAsync()).Should().NotContain(difference => difference.EndsWith("answers", StringComparison.Ordinal));
        (await storm.CountAsync(EffectState.Parked)).Should().Be(1);
    }

    [Fact]
    public async Task holds_up_no_other_effect_by_one_that_it_cannot_read()
    {
        await using var storm = await Storm.BrewAsync(seed: 63);
        var workspace = storm.World.Workspace.Id;
        // As a newer replica would have written it.
        await TestServer.RunAsync(storm.World.Database.Owner, $$"""
            INSERT INTO outbox (workspace_id, effect_id, key, lane, kind, payload, state, attempts, created_at)
              VALUES ('{{workspace}}', '00000000-0000-0000-0000-000000000001', 'new', 'a lane', 'dance', '{"effect":"dance"}', 'waiting', 0, now());
            INSERT INTO work_queue (workspace_id, kind, lane, item, due_at, attempts) VALUES ('{{workspace}}', 'outbox', 'a lane', '00000000-0000-0000-0000-000000000001', now(), 0);
            """);

        await storm.World.UntilAsync(unit => unit.Db.Outbox.AnyAsync(row => row.Key == "new" && row.Attempts > 0));
        for (var i = 0; i < 6; i++) await storm.Crowd.MentionAsync();
        await storm.DeliverAsync();

        await storm.World.UntilAsync(unit => unit.Db.WorkQueue.AllAsync(row => row.Lane == "a lane"));
        (await storm.DifferencesAsync()).Should().BeEmpty();
    }
}
