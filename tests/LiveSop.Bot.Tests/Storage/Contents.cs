using LiveSop.Bot.Storage;
using Npgsql;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>Everything that a database holds, seen past row security.</summary>
internal static class Contents
{
    /// <summary>Every row of every table as text, so that whatever two databases do not share shows.</summary>
    /// <param name="owner">A superuser's connection string.</param>
    public static async Task<SortedDictionary<string, List<string>>> RowsAsync(string owner)
    {
        await using var connection = await StartChecks.ConnectAsync(owner, CancellationToken.None);
        var rows = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in await AskAsync(connection, "SELECT c.relname::text FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"))
            rows[table] = await AskAsync(connection, $"SELECT to_jsonb(t)::text FROM \"{table}\" t ORDER BY 1");
        rows["(sequences)"] = await AskAsync(connection, "SELECT sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences ORDER BY 1");
        return rows;
    }

    /// <summary>Who may do what: policies, whether row security is on and forced, rights, and the version in force. Without the application role's name.</summary>
    public static async Task<List<string>> RightsAsync(string owner)
    {
        var role = AppRole.Of(owner).Name;
        await using var connection = await StartChecks.ConnectAsync(owner, CancellationToken.None);
        var rights = await AskAsync(connection, """
            SELECT concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check) FROM pg_policies
            UNION ALL SELECT concat_ws(' ', 'table', relname, relrowsecurity, relforcerowsecurity) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            UNION ALL SELECT concat_ws(' ', 'right', table_name, grantee, privilege_type) FROM information_schema.table_privileges WHERE table_schema = 'public' AND grantee LIKE '%_app'
            UNION ALL SELECT concat_ws(' ', 'version', obj_description('"__EFMigrationsHistory"'::regclass))
            UNION ALL SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes WHERE schemaname = 'public'
            ORDER BY 1
            """);
        return [.. rights.Select(right => right.Replace(role, "(app)", StringComparison.Ordinal))];
    }

    /// <summary>The first column of an answer.</summary>
    public static async Task<List<string>> AskAsync(string owner, string sql)
    {
        await using var connection = await StartChecks.ConnectAsync(owner, CancellationToken.None);
        return await AskAsync(connection, sql);
    }

    private static async Task<List<string>> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
