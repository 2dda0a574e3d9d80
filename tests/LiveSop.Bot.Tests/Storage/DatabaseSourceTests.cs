using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

public sealed class DatabaseSourceTests
{
    [Fact]
    public async Task a_given_server_is_made_ready_and_used()
    {
        var owner = await EmptyAsync("given");

        await using (var source = await OpenAsync(owner))
        {
            await using var unit = await source.Database.BeginAsync(Miner, default);
            (await unit.Db.Messages.CountAsync()).Should().Be(0);
            source.Owner.Should().Be(owner);
        }
        await using var again = await OpenAsync(owner);
        await using var connection = await StartChecks.ConnectAsync(AppRole.Of(owner).Connection, default);
        connection.UserName.Should().Be("given_app");
    }

    [Fact]
    public async Task an_owner_with_few_rights_is_enough_where_a_superuser_has_prepared_what_only_they_may()
    {
        var owner = await EmptyAsync("managed");
        await TestServer.RunAsync(owner, "CREATE ROLE managed_owner LOGIN CREATEROLE PASSWORD 'pw'", "ALTER DATABASE managed OWNER TO managed_owner");
        var managed = new NpgsqlConnectionStringBuilder(owner) { Username = "managed_owner", Password = "pw" }.ConnectionString;

        (await RefusedAsync(managed)).Should().Be("The owner may not install pgvector; run CREATE EXTENSION vector in this database as a superuser, once.");
        await TestServer.RunAsync(owner, "CREATE EXTENSION vector");

        await using var source = await OpenAsync(managed);
        await using var unit = await source.Database.BeginAsync(Miner, default);
        (await IncidentSearch.FindAsync(unit, new SoughtIncidents(Ours, new([("parcel", 1)], [["parcel"]]), "test") { Meaning = Towards(0) }, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task a_ready_role_is_used_where_the_owner_may_make_none()
    {
        var owner = await EmptyAsync("ready");
        await TestServer.RunAsync(owner, "CREATE EXTENSION vector", "CREATE ROLE ready_owner LOGIN PASSWORD 'pw'", "CREATE ROLE worker LOGIN PASSWORD 'pw'", "ALTER DATABASE ready OWNER TO ready_owner");
        var plain = new NpgsqlConnectionStringBuilder(owner) { Username = "ready_owner", Password = "pw" }.ConnectionString;

        (await RefusedAsync(plain)).Should().Be(
            "The owner in ConnectionStrings:LiveSop may not make the role ready_app; give it CREATEROLE, or make a role yourself and name it in ConnectionStrings:LiveSopApp.");

        await using var source = await OpenAsync(plain, new NpgsqlConnectionStringBuilder(owner) { Username = "worker", Password = "pw" }.ConnectionString);
        await using var unit = await source.Database.BeginAsync(Miner, default);
        (await unit.Db.Messages.CountAsync()).Should().Be(0);
    }

    [Theory]
    [InlineData("SUPERUSER", "The role stout_superuser passes row security; ALTER ROLE stout_superuser NOSUPERUSER NOBYPASSRLS, or name another in ConnectionStrings:LiveSopApp.")]
    [InlineData("BYPASSRLS", "The role stout_bypassrls passes row security; ALTER ROLE stout_bypassrls NOSUPERUSER NOBYPASSRLS, or name another in ConnectionStrings:LiveSopApp.")]
    [InlineData("OWNER", "The role stout_owner owns tables, so it could switch row security off; name one that owns none in ConnectionStrings:LiveSopApp.")]
    public async Task a_role_that_row_security_does_not_bind_is_refused(string right, string sentence)
    {
        var role = $"stout_{right.ToLowerInvariant()}";
        var owner = await EmptyAsync(role);
        await TestServer.RunAsync(owner, $"CREATE ROLE {role} LOGIN PASSWORD 'pw' {(right == "OWNER" ? "" : right)}");
        if (right == "OWNER") await TestServer.RunAsync(owner, $"CREATE TABLE theirs (a int)", $"ALTER TABLE theirs OWNER TO {role}");

        (await RefusedAsync(owner, new NpgsqlConnectionStringBuilder(owner) { Username = role, Password = "pw" }.ConnectionString)).Should().Be(sentence);
    }

    [Fact]
    public async Task nobody_at_home_says_what_to_do() =>
        (await RefusedAsync("Host=/tmp/livesop-nowhere;Username=me;Password=topsecret;Database=livesop")).Should()
            .StartWith("PostgreSQL at /tmp/livesop-nowhere, database livesop, does not answer (").And.EndWith("start it, or correct ConnectionStrings:LiveSop.").And.NotContain("topsecret");

    [Fact]
    public async Task a_database_that_does_not_exist_says_what_to_do() =>
        (await RefusedAsync(TestServer.At((await TestServer.GetAsync()).Owner, "missing"))).Should().EndWith("database missing, does not exist; create it, owned by the role in ConnectionStrings:LiveSop.");

    [Fact]
    public async Task a_wrong_password_says_what_to_do() =>
        (await RefusedAsync(new NpgsqlConnectionStringBuilder((await TestServer.GetAsync()).Owner) { Password = "wrong" }.ConnectionString)).Should()
            .EndWith("refuses this role or its password; correct the connection string.");

    [Fact]
    public async Task an_owner_without_a_password_says_what_to_do() =>
        (await RefusedAsync(new NpgsqlConnectionStringBuilder((await TestServer.GetAsync()).Owner) { Password = null }.ConnectionString)).Should()
            .Be("ConnectionStrings:LiveSop has no password to derive the application role's from; add one, or give a ready role in ConnectionStrings:LiveSopApp.");

    [Fact]
    public async Task vectors_that_are_too_old_say_what_to_do()
    {
        var owner = await EmptyAsync("old_vectors");
        await TestServer.RunAsync(owner, "CREATE EXTENSION vector", "UPDATE pg_extension SET extversion = '0.7.4' WHERE extname = 'vector'");

        (await RefusedAsync(owner)).Should().Be("This database uses pgvector 0.7.4; run ALTER EXTENSION vector UPDATE in it as a superuser.");
    }

    [Fact]
    public void replicas_agree_on_the_role_and_installations_do_not_share_it()
    {
        var role = AppRole.Of("Host=db;Username=owner;Password=pw;Database=one");

        role.Should().Be(AppRole.Of("Host=db;Username=owner;Password=pw;Database=one"));
        Password(AppRole.Of("Host=db;Username=owner;Password=pw2;Database=one")).Should().NotBe(Password(role));
        Password(AppRole.Of("Host=db;Username=owner;Password=pw;Database=two")).Should().NotBe(Password(role));
        Password(role).Should().HaveLength(64).And.NotContain("pw");
    }

    [Fact]
    public void an_empty_setting_is_none()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:LiveSop"] = "Host=db",
            ["ConnectionStrings:LiveSopApp"] = " ",
            ["Database:Folder"] = "",
        }).Build();

        DatabaseOptions.Of(configuration).Should().Be(new DatabaseOptions { Owner = "Host=db" });
    }

    private static string? Password(AppRole role) => new NpgsqlConnectionStringBuilder(role.Connection).Password;

    private static async Task<string> EmptyAsync(string name) => await (await TestServer.GetAsync()).CreateEmptyAsync(name);

    private static Task<DatabaseSource> OpenAsync(string owner, string? app = null) =>
        DatabaseSource.OpenAsync(new DatabaseOptions { Owner = owner, App = app }, NullLoggerFactory.Instance, CancellationToken.None);

    private static async Task<string> RefusedAsync(string owner, string? app = null) =>
        (await FluentActions.Awaiting(() => OpenAsync(owner, app)).Should().ThrowAsync<UnusableDatabaseException>()).Which.Message;
}
