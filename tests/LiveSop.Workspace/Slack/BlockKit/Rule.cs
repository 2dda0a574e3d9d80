using System.Globalization;
using System.Text.Json;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>Looks at a value and says what is wrong with it.</summary>
/// <param name="at">Its JSON pointer.</param>
internal delegate void Rule(JsonElement value, string at, Problems problems);

/// <summary>Rules for simple values.</summary>
internal static class Rules
{
    private const int LongestId = 255;

    public static Rule Anything { get; } = (_, _, _) => { };

    public static Rule Id { get; } = Text(LongestId);

    public static Rule Flag { get; } = (value, at, problems) =>
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) problems.Add("must be a boolean", at);
    };

    /// <summary>In UTF-16 units, which are never fewer than what Slack counts.</summary>
    public static Rule Text(int most, int least = 1) => (value, at, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String) problems.Add("must be a string", at);
        else if (value.GetString()!.Length > most) problems.Add(Count($"must be less than {most + 1} characters"), at);
        else if (value.GetString()!.Length < least) problems.Add(Count($"must be more than {least - 1} characters"), at);
    };

    public static Rule Whole(long least, long most) => (value, at, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number)) problems.Add("must be an integer", at);
        else if (number > most) problems.Add(Count($"must be less than {most + 1}"), at);
        else if (number < least) problems.Add(Count($"must be more than {least - 1}"), at);
    };

    /// <summary>A number, written as text.</summary>
    public static Rule NumberText { get; } = (value, at, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String || !decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out _)) problems.Add("must be a number in a string", at);
    };

    public static Rule OneOf(params string[] values) => (value, at, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String || !values.Contains(value.GetString())) problems.Add($"must be one of: {string.Join(", ", values)}", at);
    };

    /// <summary>Text in a date or time format.</summary>
    public static Rule Moment(string format) => (value, at, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String || !DateTime.TryParseExact(value.GetString(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            problems.Add($"must be in the format {format}", at);
    };

    public static Rule List(Rule each, int most, int least = 1) => (value, at, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add("must be an array", at);
            return;
        }
        var count = value.GetArrayLength();
        if (count > most) problems.Add(Count($"no more than {most} items allowed"), at);
        if (count < least) problems.Add(Count($"no fewer than {least} items allowed"), at);
        var i = 0;
        foreach (var item in value.EnumerateArray()) each(item, Count($"{at}/{i++}"), problems);
    };

    private static string Count(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
