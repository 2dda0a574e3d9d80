using LiveSop.Bot.Storage;
using Npgsql;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>What a database that somebody gave has, and what the bot's start would do to it. Nothing is changed here.</summary>
internal sealed class GivenDatabase(NpgsqlConnection owner, AppRole role)
{
    private bool lacksTables;
    private bool lacksRole;

    /// <summary>The bot could work in it as it is.</summary>
    public bool IsReady => !lacksTables && !lacksRole;

    public async Task<Finding> VectorsAsync(CancellationToken stop)
    {
        const string sql = """
            SELECT installed_version IS NOT NULL, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
                OR EXISTS (SELECT FROM pg_available_extension_versions WHERE name = 'vector' AND trusted)
            FROM pg_available_extensions WHERE name = 'vector'
            """;
        return await AskAsync(owner, sql, stop) switch
        {
            (true, _) => Finding.Ok("pgvector: installed in the database"),
            (_, true) => Finding.Ok("pgvector: livesop run will install it in the database"),
            _ => Finding.Wrong("pgvector: the owner may not install it in the database", "run CREATE EXTENSION vector there as a superuser, once"),
        };
    }

    public async Task<Finding> TablesAsync(CancellationToken stop)
    {
        try
        {
            var missing = await Schema.MissingAsync(owner, stop);
            lacksTables = missing.Count > 0;
            if (!lacksTables) return Finding.Ok("tables: up to date");
            var (may, _) = await AskAsync(owner, "SELECT has_schema_privilege(current_schema(), 'CREATE'), true", stop);
            return may
                ? Finding.Ok($"tables: livesop run will apply {missing.Count} migrations, the last {missing[^1]}")
                : Finding.Wrong($"tables: {missing.Count} migrations are missing, and the owner may not create tables", $"run ALTER DATABASE {owner.Database} OWNER TO {owner.UserName}");
        }
        catch (UnusableDatabaseException newer)
        {
            lacksTables = true;
            return Finding.Refused("tables", newer.Message);
        }
    }

    public async Task<Finding> RoleAsync(CancellationToken stop)
    {
        try
        {
            await using var app = await StartChecks.ConnectAsync(role.Connection, stop);
            await StartChecks.RoleAsync(app, stop);
            lacksRole = !lacksTables && !(await AskAsync(app, "SELECT has_table_privilege('inbox', 'INSERT'), true", stop)).First;
            return Finding.Ok($"role: {role.Name}, which row security binds{(lacksRole ? "; livesop run will give it its rights" : "")}");
        }
        catch (UnusableDatabaseException refused)
        {
            lacksRole = true;
            if (!role.IsOurs || refused.InnerException is null) return Finding.Refused("role", refused.Message);
        }
        var (may, _) = await AskAsync(owner, "SELECT rolsuper OR rolcreaterole, true FROM pg_roles WHERE rolname = current_user", stop);
        return may
            ? Finding.Ok($"role: livesop run will make {role.Name}, which row security binds")
            : Finding.Wrong($"role: the owner may not make {role.Name}", "give it CREATEROLE, or make a role yourself and name it in ConnectionStrings__LiveSopApp");
    }

    /// <summary>Under row security an index may only be asked through a function that is marked leakproof.</summary>
    public async Task<Finding> FullTextAsync(CancellationToken stop)
    {
        const string sql = """
            SELECT proleakproof, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) FROM pg_proc WHERE oid = 'ts_match_vq(tsvector, tsquery)'::regprocedure
            """;
        return await AskAsync(owner, sql, stop) switch
        {
            (true, _) => Finding.Ok("full text: its index may be asked"),
            (_, true) => Finding.Ok("full text: livesop run will let its index be asked"),
            _ => Finding.Warn("full text: its index may not be asked under row security, so search in large workspaces is slower", "run ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF in the database as a superuser, once"),
        };
    }

    private static async Task<(bool First, bool Second)> AskAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync(stop);
        await row.ReadAsync(stop);
        return (!await row.IsDBNullAsync(0, stop) && row.GetBoolean(0), row.GetBoolean(1));
    }
}
