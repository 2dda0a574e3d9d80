using System.Globalization;
using LiveSop.Bot.Tests.Conventions;
using Npgsql;
using YamlDotNet.Serialization;

namespace LiveSop.Bot.Tests.Packaging;

/// <summary>What can be said of compose.yaml without an engine that runs it.</summary>
public sealed class ComposeTests
{
    private static readonly Dictionary<object, object> file = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(Project.Read("compose.yaml"));

    private static readonly Dictionary<object, object> bot = Map(file, "services", "bot"), database = Map(file, "services", "database");

    [Fact]
    public void every_variable_of_the_bot_is_one_that_it_reads() => Map(bot, "environment").Keys.Should().NotBeEmpty().And.OnlyContain(name => Variables.Known.Contains((string)name));

    [Fact]
    public void the_bot_connects_to_the_database_that_is_made()
    {
        var connection = new NpgsqlConnectionStringBuilder((string)Map(bot, "environment")["ConnectionStrings__LiveSop"]);
        var made = Map(database, "environment");

        Map(file, "services").Keys.Should().Contain(connection.Host!);
        connection.Database.Should().Be((string)made["POSTGRES_DB"]);
        connection.Username.Should().Be((string)made["POSTGRES_USER"]);
        ((string)database["image"]).Should().Be("pgvector/pgvector:pg17");
    }

    [Fact]
    public void the_bot_waits_for_a_healthy_database()
    {
        Map(bot, "depends_on", "database")["condition"].Should().Be("service_healthy");
        List(Map(database, "healthcheck"), "test").Should().StartWith(["CMD", "pg_isready"]);
    }

    [Fact]
    public void passwords_come_from_a_secret_that_both_are_given_and_stand_nowhere()
    {
        new NpgsqlConnectionStringBuilder((string)Map(bot, "environment")["ConnectionStrings__LiveSop"]).Password.Should().BeNull();
        foreach (var (service, variable) in new[] { (bot, "Database__PasswordFile"), (database, "POSTGRES_PASSWORD_FILE") })
            List(service, "secrets").Select(secret => $"/run/secrets/{secret}").Should().Contain((string)Map(service, "environment")[variable]);
        Map(file, "secrets").Keys.Should().BeEquivalentTo(List(bot, "secrets"));
        Project.Read("compose.yaml").Should().NotContainAny("xoxb", "xapp", "PASSWORD:", "Password=");
    }

    [Fact]
    public void the_files_with_secrets_are_kept_out_of_the_repository()
    {
        var ignored = Project.Read(".gitignore").Split('\n');

        ignored.Should().Contain((string)bot["env_file"] + '*');
        ignored.Should().Contain('/' + ((string)Map(file, "secrets", "database_password")["file"]).Split('/')[1] + '/');
    }

    [Fact]
    public void the_bot_has_no_rights_and_writes_nowhere()
    {
        bot["read_only"].Should().Be("true");
        List(bot, "tmpfs").Should().Equal("/tmp");
        bot.Should().NotContainKey("volumes").And.NotContainKey("cap_add").And.NotContainKey("privileged");
        foreach (var service in new[] { bot, database })
        {
            List(service, "cap_drop").Should().Equal("ALL");
            List(service, "security_opt").Should().Equal("no-new-privileges:true");
            service["restart"].Should().Be("unless-stopped");
            service.Should().ContainKeys("mem_limit", "logging");
        }
    }

    [Fact]
    public void nothing_is_open_beyond_this_machine()
    {
        List(bot, "ports").Should().Equal("127.0.0.1:${LIVESOP_HEALTH_PORT:-8080}:8080");
        Project.Read("Dockerfile").Should().Contain("Health__Url=\"http://0.0.0.0:8080\"").And.Contain("EXPOSE 8080");
        database.Should().NotContainKey("ports");
        List(database, "networks").Should().Equal("data");
        Map(file, "networks", "data")["internal"].Should().Be("true");
    }

    [Fact]
    public void data_outlives_the_containers() =>
        List(database, "volumes").Should().Equal("database:/var/lib/postgresql/data").And.OnlyContain(volume => Map(file, "volumes").ContainsKey(volume.Split(':', 2)[0]));

    [Fact]
    public void the_bot_gets_longer_to_stop_than_it_takes() => int.Parse(((string)bot["stop_grace_period"]).TrimEnd('s'), CultureInfo.InvariantCulture).Should().BeGreaterThan(10);

    private static Dictionary<object, object> Map(Dictionary<object, object> from, params string[] path) => path.Aggregate(from, (map, key) => (Dictionary<object, object>)map[key]);

    private static List<string> List(Dictionary<object, object> map, string key) => ((List<object>)map[key]).ConvertAll(item => (string)item);
}
