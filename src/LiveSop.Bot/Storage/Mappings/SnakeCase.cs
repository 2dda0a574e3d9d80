using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Storage.Mappings;

/// <summary>Names columns, keys and indexes as SQL is written by hand: <c>thread_ts</c>, <c>pk_messages</c>.</summary>
internal static partial class SnakeCase
{
    public static string Of(string name) => Hump().Replace(name, "_").ToLowerInvariant();

    public static void Name(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName($"pk_{entity.GetTableName()}");
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName($"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(property => Of(property.Name)))}");
        }
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Hump();
}
