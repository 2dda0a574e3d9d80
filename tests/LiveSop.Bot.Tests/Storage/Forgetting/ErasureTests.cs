using LiveSop.Bot.Cli;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Forgetting;
using Microsoft.EntityFrameworkCore;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage.Forgetting;

/// <summary>On <see cref="Company"/>, where both workspaces hold the same ids, and with rows that name a channel or a person only inside what they hold.</summary>
public sealed class ErasureTests : DatabaseRun
{
    [Theory]
    [InlineData("workspace", "column_name = 'workspace_id'")]
    [InlineData("channel", "column_name = 'channel_id'")]
    [InlineData("person", "column_name ~ '(user|author|person|_by$)' AND NOT (table_name = 'workspaces' AND column_name = 'bot_user_id')")]
    public async Task every_table_that_names_it_is_looked_through(string subject, string columns)
    {
        await using var database = await TestDatabase.CreateAsync();

        var tables = await Contents.AskAsync(database.Owner, $"SELECT DISTINCT table_name::text FROM information_schema.columns WHERE table_schema = 'public' AND {columns}");

        tables.Should().NotBeEmpty().And.BeSubsetOf(Erasure.TablesOf(subject switch
        {
            "workspace" => new Subject.Everything(),
            "channel" => new Subject.OfChannel(Open),
            _ => new Subject.OfPerson(Ann),
        }));
    }

    [Fact]
    public async Task a_workspace_is_forgotten_and_the_other_is_left_alone()
    {
        await using var database = await Company.CreateAsync();
        var before = await RowsAsync(database, Theirs);

        await ForgetAsync(database, new Subject.Everything());

        (await RowsAsync(database, Ours)).Should().BeEmpty();
        (await RowsAsync(database, Theirs)).Should().Equal(before).And.HaveCountGreaterThan(20);
    }

    [Fact]
    public async Task a_channel_is_forgotten_with_all_that_was_found_from_it()
    {
        await using var database = await FilledAsync();
        var before = await RowsAsync(database, Theirs);

        var forgotten = await ForgetAsync(database, new Subject.OfChannel(Closed));

        var left = await RowsAsync(database, Ours);
        left.Should().NotContain(row => row.Contains("\"G1\"") || row.Contains("lost in G1") || row.Contains("\\\"G1\\\"")).And.NotContain(row => row.Contains("quotes somebody"));
        left.Should().Contain(row => row.Contains("lost in C1")).And.Contain(row => row.Contains("lost in D1"));
        (await RowsAsync(database, Theirs)).Should().Equal(before);
        forgotten.Should().Contain(new Forgotten("messages", 1)).And.Contain(new Forgotten("channels", 1)).And.Contain(new Forgotten("channel_members", 2));
    }

    [Fact]
    public async Task a_channel_that_is_just_being_read_is_not_read_on()
    {
        await using var database = await FilledAsync();
        var reading = await database.AskAsync(Miner, db => db.Readings.Where(row => row.ChannelId == Closed).Select(row => row.ReadingId).SingleAsync());
        var job = Guid.CreateVersion7(Noon);
        await database.DoAsync(Miner, unit =>
        {
            unit.Db.Add(new JobRow { WorkspaceId = Ours, JobId = job, Kind = "readchannel", Payload = $$"""{"job":"read_channel","reading":"{{reading}}"}""", State = JobState.Running, CreatedAt = Noon });
            unit.Db.Add(new QueueRow { WorkspaceId = Ours, Kind = QueueKind.Job, Lane = $"read:{reading}", Item = job.ToString(), DueAt = Noon });
            return Task.CompletedTask;
        });

        await ForgetAsync(database, new Subject.OfChannel(Closed));

        (await RowsAsync(database, Ours)).Should().NotContain(row => row.Contains(job.ToString()));
    }

    [Fact]
    public async Task a_person_is_forgotten_and_their_messages_stay_as_tombstones_that_name_nobody()
    {
        await using var database = await FilledAsync();

        var forgotten = await ForgetAsync(database, new Subject.OfPerson(Ann));

        var left = await RowsAsync(database, Ours);
        left.Should().NotContain(row => row.Contains("\"U1\"") || row.Contains("ann said") || row.Contains("quotes somebody"));
        left.Should().Contain(row => row.Contains("ben answered <@U1>"), "what others wrote is theirs");
        forgotten.Should().Contain(new Forgotten("messages", 1)).And.Contain(new Forgotten("people", 1)).And.Contain(new Forgotten("channel_members", 2));
        (await database.AskAsync(Miner, db => db.Messages.SingleAsync(row => row.Ts == new MessageTs("1700000001.000100"))))
            .Should().Match<MessageRow>(row => row.Text == "" && row.AuthorId == null && row.AuthorName == null && row.DeletedAt != null);
    }

    [Fact]
    public async Task what_a_forgotten_person_wrote_does_not_come_back_when_the_channel_is_read_again()
    {
        await using var database = await FilledAsync();
        await ForgetAsync(database, new Subject.OfPerson(Ann));

        await database.DoAsync(Miner, async unit =>
        {
            var transcript = new Transcript(unit, Ours);
            transcript.Hear(new SaidMessage(Open, new MessageTs("1700000001.000100"), null, Ann, null, false, "ann said it again", new MessageTs("1800000000.000100")));
            await transcript.WriteAsync(Noon, default);
        });

        (await RowsAsync(database, Ours)).Should().NotContain(row => row.Contains("ann said") || row.Contains("\"U1\""));
    }

    [Fact]
    public async Task of_a_channel_the_procedures_go_that_were_mined_from_nothing_else()
    {
        await using var database = await Company.CreateAsync();
        await AddSourceAsync(database, Open, Closed);

        var forgotten = await ForgetAsync(database, new Subject.OfChannel(Closed));

        (await database.AskAsync(Miner, db => db.Sops.Select(one => one.Title).ToListAsync())).Should().BeEquivalentTo("C1", "D1");
        (await database.AskAsync(Miner, db => db.Evidence.Select(one => one.Place.Value).ToListAsync())).Should().BeEquivalentTo("C1", "D1");
        (await database.AskAsync(Miner, db => db.SopSources.Select(one => one.Place.Value).ToListAsync())).Should().BeEquivalentTo("C1", "D1");
        forgotten.Should().Contain(new Forgotten("sops", 1)).And.Contain(new Forgotten("sop_versions", 1)).And.Contain(new Forgotten("sop_cases", 1)).And.Contain(new Forgotten("space_channels", 1));
    }

    [Fact]
    public async Task of_a_channel_what_nobody_approved_goes_though_another_shows_it_too()
    {
        await using var database = await Company.CreateAsync();
        await AddSourceAsync(database, Open, Closed);
        await database.DoAsync(Miner, unit => unit.RunAsync("DELETE FROM sop_versions", default));

        await ForgetAsync(database, new Subject.OfChannel(Closed));

        (await database.AskAsync(Miner, db => db.Sops.Select(one => one.Title).ToListAsync())).Should().BeEquivalentTo("D1");
    }

    [Fact]
    public async Task who_approved_and_granted_is_named_no_more()
    {
        await using var database = await Company.CreateAsync();

        var forgotten = await ForgetAsync(database, new Subject.OfPerson(Ann));

        (await database.AskAsync(Miner, db => db.SopVersions.Select(one => one.ApprovedBy.Value).Distinct().ToListAsync())).Should().Equal("");
        (await database.AskAsync(Miner, db => db.SopVersions.CountAsync(one => one.Why == null))).Should().Be(3, "why they approved was in their words");
        forgotten.Should().Contain(new Forgotten("preferences", 1)).And.Contain(new Forgotten("imports", 1)).And.Contain(new Forgotten("space_roles", 1)).And.Contain(new Forgotten("review_cards", 3)).And.Contain(new Forgotten("edits", 3));
    }

    [Fact]
    public async Task nothing_is_forgotten_unless_somebody_confirms_it()
    {
        await using var database = await Company.CreateAsync();
        var options = new DatabaseOptions { Owner = database.Owner };
        var before = await RowsAsync(database, Ours);

        (await RefusedAsync(options, "forget", "--workspace", "T1")).Should().EndWith("Nobody is here to confirm it; say --yes if it is meant.").And.Contain("This removes everything of T1 from the bot's database, for good.");
        (await RowsAsync(database, Ours)).Should().Equal(before);

        (await RunAsync(options, "forget", "--workspace", "T1", "--yes")).Should().Be(ExitCode.Done);
        (await RowsAsync(database, Ours)).Should().BeEmpty();
        Result.Should().Contain("messages").And.Contain("Removed.");
    }

    [Theory]
    [InlineData("--channel must be an id of Slack", "--workspace", "T1", "--channel", "support", "--yes")]
    [InlineData("--workspace must be an id of Slack", "--workspace", "acme", "--yes")]
    [InlineData("two erasures", "--workspace", "T1", "--channel", "C1", "--person", "U1", "--yes")]
    [InlineData("--workspace", "--channel", "C1", "--yes")]
    public async Task what_is_no_id_is_refused(string sentence, params string[] arguments) =>
        (await RefusedAsync(new DatabaseOptions { Owner = "Host=/nowhere" }, ["forget", .. arguments])).Replace("'", "", StringComparison.Ordinal).Should().Contain(sentence);

    /// <summary>The procedure of a channel was mined from another, too.</summary>
    private static Task AddSourceAsync(TestDatabase database, ChannelId of, ChannelId more) => database.DoAsync(Miner, unit =>
        unit.RunAsync("INSERT INTO sop_sources (workspace_id, sop_id, place) SELECT workspace_id, sop_id, $2 FROM sops WHERE title = $1", default, of.Value, more.Value));

    private static async Task<TestDatabase> FilledAsync()
    {
        var database = await Company.CreateAsync();
        await database.DoAsync(Miner, unit =>
        {
            AddTalk(unit.Db);
            return Task.CompletedTask;
        });
        return database;
    }

    private static void AddTalk(LiveSopDb db)
    {
        db.AddRange(Said("1700000001.000100", Ann, "ann said it"), Said("1700000002.000100", Ben, "ben answered <@U1>"));
        foreach (var (key, inside) in new[] { ("in-channel", """{"event":{"item":"G1","user":"U2"}}"""), ("in-person", """{"event":{"user":"U1"}}""") })
        {
            db.Add(new InboxRow { WorkspaceId = Ours, DedupKey = key, ReceivedAt = Noon, Kind = "event", Lane = "T1", Envelope = System.Text.Encoding.UTF8.GetBytes(inside), ParkedReason = "test" });
            db.Add(new OutboxRow { WorkspaceId = Ours, EffectId = Guid.CreateVersion7(Noon), Key = key, Lane = "x", Kind = "whisper", Payload = """{"channel":"G1","user":"U1"}""", State = EffectState.Waiting, CreatedAt = Noon });
            db.Add(new JobRow { WorkspaceId = Ours, JobId = Guid.CreateVersion7(Noon), Kind = "mine", Payload = """{"channel":"G1","asker":"U1"}""", State = JobState.Waiting, CreatedAt = Noon });
        }
        db.Add(new OutboxRow { WorkspaceId = Ours, EffectId = Guid.CreateVersion7(Noon), Key = "parked", Lane = "C1", Kind = "fill", Payload = """{"text":"quotes somebody"}""", State = EffectState.Parked, CreatedAt = Noon });
        db.Add(new JobRow { WorkspaceId = Ours, JobId = Guid.CreateVersion7(Noon), Kind = "mine", Payload = """{"channel":"C1","asker":"U2"}""", Result = """{"title":"quotes somebody"}""", State = JobState.Done, CreatedAt = Noon });
    }

    private static MessageRow Said(string ts, UserId author, string text) =>
        new() { WorkspaceId = Ours, ChannelId = Open, Ts = new MessageTs(ts), AuthorId = author, PostedAt = Noon, Text = text };

    private static async Task<IReadOnlyList<Forgotten>> ForgetAsync(TestDatabase database, Subject subject)
    {
        await using var unit = await database.BeginAsync(Miner);
        var forgotten = await unit.EraseAsync(Ours, subject, Noon, default);
        await unit.CommitAsync(default);
        return forgotten;
    }

    /// <summary>Every row of a workspace, its envelopes readable.</summary>
    private static async Task<List<string>> RowsAsync(TestDatabase database, WorkspaceId workspace)
    {
        var rows = await Contents.RowsAsync(database.Owner);
        var envelopes = await Contents.AskAsync(database.Owner, $"SELECT encode(envelope, 'escape') FROM inbox WHERE workspace_id = '{workspace}'");
        return [.. rows.SelectMany(table => table.Value).Where(row => row.Contains($"\"workspace_id\": \"{workspace}\"")), .. envelopes];
    }
}
