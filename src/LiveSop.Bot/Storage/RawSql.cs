using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>Statements that are clearer, or faster, in SQL's own words. They run in the unit's transaction and scope; values are parameters, <c>$1</c> first.</summary>
internal static class RawSql
{
    /// <returns>How many rows it touched.</returns>
    public static async Task<int> RunAsync(this UnitOfWork unit, string sql, CancellationToken stop, params object?[] values)
    {
        await using var command = Command(unit, sql, values);
        return await command.ExecuteNonQueryAsync(stop);
    }

    public static async Task<List<T>> ReadAsync<T>(this UnitOfWork unit, string sql, Func<NpgsqlDataReader, T> read, CancellationToken stop, params object?[] values)
    {
        await using var command = Command(unit, sql, values);
        await using var rows = await command.ExecuteReaderAsync(stop);
        var found = new List<T>();
        while (await rows.ReadAsync(stop)) found.Add(read(rows));
        return found;
    }

    private static NpgsqlCommand Command(UnitOfWork unit, string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, unit.Connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = Storable(value) });
        return command;
    }

    /// <summary>Postgres keeps no NUL in texts, and nobody means one.</summary>
    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        string text => WithoutNul(text),
        string?[] texts when texts.Any(text => text?.Contains('\0') == true) => texts.Select(text => text is null ? null : WithoutNul(text)).ToArray(),
        _ => value,
    };

    private static string WithoutNul(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
