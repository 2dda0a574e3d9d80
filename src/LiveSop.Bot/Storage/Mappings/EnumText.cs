using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveSop.Bot.Storage.Mappings;

/// <summary>Stores a case by its name, <c>single_channel_guest</c>: readable in SQL, and safe when cases are reordered.</summary>
internal sealed class EnumText<TEnum>() : ValueConverter<TEnum, string>(value => Texts.Of[value], text => Texts.Back[text])
    where TEnum : struct, Enum
{
    /// <summary>For rows that SQL reads.</summary>
    public static TEnum Read(string text) => Texts.Back[text];

    private static class Texts
    {
        public static readonly Dictionary<TEnum, string> Of = Enum.GetValues<TEnum>().ToDictionary(value => value, value => SnakeCase.Of(value.ToString()));

        public static readonly Dictionary<string, TEnum> Back = Of.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}

internal static class EnumChecks
{
    /// <summary>The column holds nothing but the cases' names, also when SQL writes it.</summary>
    public static void HasOnly<TEnum>(this TableBuilder table, string column) where TEnum : struct, Enum =>
        table.HasCheckConstraint($"ck_{table.Name}_{column}", $"{column} IN ({string.Join(", ", Enum.GetNames<TEnum>().Select(name => $"'{SnakeCase.Of(name)}'"))})");
}
